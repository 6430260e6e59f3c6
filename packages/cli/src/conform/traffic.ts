/** Requests of a page that have no answer yet. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

/** A page without requests for this long has all it wanted, since an answer that leads to a request does so at once. */
const QUIET_MS = 100;
/** A page may never stop asking. */
const LONGEST_MS = 3000;

/**
 * Counts requests from now on. The returned function waits until the page is quiet, at most three seconds. Sockets do
 * not count.
 */
export function watchTraffic(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = performance.now();
  const note = (change: () => void) => {
    change();
    last = performance.now();
  };
  page.on('request', (request) => note(() => open.add(request)));
  for (const event of ['requestfinished', 'requestfailed'] as const)
    page.on(event as 'requestfinished', (request) => note(() => open.delete(request)));
  return async () => {
    const until = performance.now() + LONGEST_MS;
    while (performance.now() < until && (open.size > 0 || performance.now() - last < QUIET_MS))
      await wait(QUIET_MS / 4);
  };
}
