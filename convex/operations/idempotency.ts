/** Expiry of kept answers. A cron starts it. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { EXPIRY_BATCH, expireAnswers } from '../model/operations/idempotency.js';
import { notePurged } from '../model/privacy/purges.js';

/** Deletes batch after batch until none is left. Answers cannot come faster than they are deleted. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const count = await expireAnswers(ctx);
    await notePurged(ctx, 'answers', count);
    if (count === EXPIRY_BATCH) await ctx.scheduler.runAfter(0, internal.operations.idempotency.expire, {});
    return null;
  },
});
