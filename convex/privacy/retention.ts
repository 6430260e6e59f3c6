/** The report of purges, and the job that keeps it. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { implementQuery } from '../model/door/implement.js';
import { countWaiting } from '../model/privacy/erasure.js';
import { purgeHolds } from '../model/privacy/holds.js';
import { foldPurges, notePurged, purgeReports, reportedDays } from '../model/privacy/purges.js';

export const report = implementQuery(contract.privacy.retention.report, async (ctx) => ({
  days: await reportedDays(ctx),
  waiting: await countWaiting(ctx),
}));

/** Deletes old holds and old reports, and adds up what was purged since the last run. A cron starts it. */
export const fold = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const { count, more } = await purgeHolds(ctx);
    await notePurged(ctx, 'holds', count);
    await notePurged(ctx, 'purges', await purgeReports(ctx));
    if ((await foldPurges(ctx)) || more) await ctx.scheduler.runAfter(0, internal.privacy.retention.fold, {});
    return null;
  },
});
