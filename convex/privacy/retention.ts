/** The report of purges, and the job that keeps it. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { implementQuery } from '../model/door/implement.js';
import { countWaiting } from '../model/privacy/erasure.js';
import { purgeHolds } from '../model/privacy/holds.js';
import { purgeViews } from '../model/privacy/viewCounts.js';
import { foldPurges, notePurged, purgeReports, reportedDays } from '../model/privacy/purges.js';

export const report = implementQuery(contract.privacy.retention.report, async (ctx) => ({
  days: await reportedDays(ctx),
  waiting: await countWaiting(ctx),
}));

/** Deletes old holds, old counts of views and old reports, and adds up what was purged since the last run. A cron starts it. */
export const fold = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const [holds, views] = [await purgeHolds(ctx), await purgeViews(ctx)];
    await notePurged(ctx, 'holds', holds.count);
    await notePurged(ctx, 'viewCounts', views.count);
    await notePurged(ctx, 'purges', await purgeReports(ctx));
    if ((await foldPurges(ctx)) || holds.more || views.more)
      await ctx.scheduler.runAfter(0, internal.privacy.retention.fold, {});
    return null;
  },
});
