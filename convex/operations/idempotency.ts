/** Expiry of kept answers. A cron starts it. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { expireAnswers } from '../model/operations/idempotency.js';

/** Deletes batch after batch until none is left. Answers cannot come faster than they are deleted. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    if (await expireAnswers(ctx)) await ctx.scheduler.runAfter(0, internal.operations.idempotency.expire, {});
    return null;
  },
});
