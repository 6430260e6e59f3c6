/** The end of a former handle's lead. A change of handle schedules it. */
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { retireHandle } from '../model/profile/writeHandle.js';

export const retire = internalMutation({
  args: { handle: v.string(), leftAt: v.number() },
  returns: v.null(),
  handler: async (ctx, { handle, leftAt }) => {
    await retireHandle(ctx, handle, leftAt);
    return null;
  },
});
