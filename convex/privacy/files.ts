/** The job that deletes stored files which no row names. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { logLine } from '../model/operations/logLine.js';
import { sweepFiles } from '../model/privacy/files.js';
import { notePurged } from '../model/privacy/purges.js';
import { stores } from '../model/stores.js';

/** Goes through all files, a page a transaction. A cron starts it. */
export const sweep = internalMutation({
  args: { after: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { after = 0 }): Promise<null> => {
    const { removed, reached } = await sweepFiles(ctx, stores, after);
    await notePurged(ctx, 'lostFiles', removed);
    if (removed > 0) logLine('info', 'files.unnamed_removed', { removed });
    if (reached !== null) await ctx.scheduler.runAfter(0, internal.privacy.files.sweep, { after: reached });
    return null;
  },
});
