/** The job that keeps strengths of profiles up to date. A cron starts it. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { refreshCounts } from '../model/profile/baselines.js';

/** Longest time that one run goes on, in milliseconds. The cron's next run must not begin beside it. */
const RUN_MS = 9 * 60 * 1000;

/** Makes strengths of older rules again, batch after batch, until there are none. */
export const refresh = internalMutation({
  args: { began: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { began = Date.now() }): Promise<null> => {
    const more = await refreshCounts(ctx);
    if (more && Date.now() - began < RUN_MS)
      await ctx.scheduler.runAfter(0, internal.profile.metrics.refresh, { began });
    return null;
  },
});
