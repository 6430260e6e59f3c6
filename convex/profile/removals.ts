/** The end of removed items. A cron starts it. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { notePurged } from '../model/privacy/purges.js';
import { expireRemoved } from '../model/profile/writeRemoved.js';

/** Deletes batch after batch of the items that can be restored no longer. */
export const expire = internalMutation({
  args: { after: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { after = 0 }): Promise<null> => {
    const { count, reached } = await expireRemoved(ctx, after);
    await notePurged(ctx, 'removedItems', count);
    if (reached !== null) await ctx.scheduler.runAfter(0, internal.profile.removals.expire, { after: reached });
    return null;
  },
});
