/** The outcome of a refused save: times to try again, faults by field. */
import type { GigsyError } from '@gigsy/sdk/reader';
import type { Faults } from './checks.ts';

/** Doubles with each failure from the first to the last. */
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** Milliseconds to wait after `failures` earlier ones; never less than the deployment asked for. */
export function retryDelay(failures: number, askedMs = 0): number {
  return Math.max(askedMs, Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (0.75 + Math.random() / 2));
}

/** Faults by field of `names`. Faults without a field stand under the name ''. `placeOf` is a store's. */
export function faultsFrom(
  { fields = [], message }: GigsyError,
  names: readonly string[],
  placeOf: (path: string) => string,
): Faults {
  const faults: Record<string, { message: string }> = {};
  for (const fault of fields) {
    const path = placeOf(fault.path);
    const name =
      path && names.find((each) => path === each || path.startsWith(`${each}.`) || each.startsWith(`${path}.`));
    faults[name || ''] ??= { message: fault.message };
  }
  return Object.keys(faults).length ? faults : { '': { message } };
}
