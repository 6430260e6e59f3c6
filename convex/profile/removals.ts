/** The end of removed items. A cron starts it. */
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { purgeOn, purging } from '../model/privacy/purges.js';
import { expireRemoved } from '../model/profile/writeRemoved.js';

/** Deletes batch after batch of the items that can be restored no longer. */
export const expire = internalMutation({
  ...purging,
  handler: async (ctx, { after = 0 }): Promise<null> =>
    purgeOn(ctx, 'removedItems', await expireRemoved(ctx, after), internal.profile.removals.expire),
});
