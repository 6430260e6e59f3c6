/** Reads the pages of a person that are due, one after the other. Runs in an action; `read` asks the host. */
import { internal } from '../../../_generated/api.js';
import type { Id } from '../../../_generated/dataModel.js';
import type { ActionCtx } from '../../../_generated/server.js';
import type { PageRead } from './queue.js';

/** Longest that one run goes on: an action ends after ten minutes. The cron starts another. */
const RUN_MS = 5 * 60_000;

export async function readPages(
  ctx: ActionCtx,
  { account }: { account: Id<'accounts'> },
  read: (url: string) => Promise<PageRead>,
): Promise<void> {
  const until = Date.now() + RUN_MS;
  while (Date.now() < until) {
    const claimed = await ctx.runMutation(internal.portfolio.links.claim, { account });
    if (!claimed) return;
    await ctx.runMutation(internal.portfolio.links.settle, { claimed, read: await read(claimed.url) });
  }
}
