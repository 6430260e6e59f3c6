/** Expiry of kept answers, begun by a cron. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { expireAnswers } from '../model/operations/idempotency.js';

/** Goes on, batch by batch, until none is left: answers cannot come faster than they go. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    if (await expireAnswers(ctx)) await ctx.scheduler.runAfter(0, internal.operations.idempotency.expire, {});
    return null;
  },
});
