/** Scheduled work in tests that count what calls read and write. */
import { vi } from 'vitest';

/**
 * Work that is scheduled for later never runs from now on, such as the run of the log's consumers. It would run beside a call, of a
 * later test perhaps, and its reads would count as those of the call. To be called before each test; `vi.restoreAllMocks` ends it.
 */
export function withoutLaterWork(): void {
  const start = globalThis.setTimeout;
  if (vi.isMockFunction(start)) return;
  // Consumers run 50 ms after the event, of which some may have passed.
  const isLater = (delay: number) => delay >= 20;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, delay = 0) =>
    start(isLater(delay) ? () => undefined : run, isLater(delay) ? 0 : delay)) as typeof setTimeout);
}
