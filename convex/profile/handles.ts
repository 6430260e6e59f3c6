/** The end of former handles' leads. A cron starts it. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { retireHandles } from '../model/profile/writeHandle.js';

/** Retires batch after batch of the handles that were left 90 days ago. */
export const retire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    if (await retireHandles(ctx)) await ctx.scheduler.runAfter(0, internal.profile.handles.retire, {});
    return null;
  },
});
