/** The end of removed items. A cron starts it. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { expireRemoved } from '../model/profile/writeRemoved.js';

/** Deletes batch after batch of the items that can be restored no longer. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    if (await expireRemoved(ctx)) await ctx.scheduler.runAfter(0, internal.profile.removals.expire, {});
    return null;
  },
});
