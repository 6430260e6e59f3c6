/** Expiry of kept answers, run by a cron. */
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { EXPIRY_BATCH, KEPT_MS } from '../model/operations/idempotency.js';

export const expire = internalMutation({
  args: {},
  returns: v.object({ deleted: v.number() }),
  handler: async (ctx) => {
    const expired = await ctx.db.query('idempotencyKeys')
      .withIndex('by_creation_time', (range) => range.lt('_creationTime', Date.now() - KEPT_MS))
      .take(EXPIRY_BATCH);
    for (const row of expired) await ctx.db.delete('idempotencyKeys', row._id);
    return { deleted: expired.length };
  },
});
