/** Jobs on handles: a cron ends the leads of former ones, an operator records those of older profiles. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { handlesAfter } from '../model/profile/rows.js';
import { holdOlderHandle, retireHandles } from '../model/profile/writeHandle.js';

/** Retires batch after batch of the handles that were left 90 days ago. */
export const retire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    if (await retireHandles(ctx)) await ctx.scheduler.runAfter(0, internal.profile.handles.retire, {});
    return null;
  },
});

/** Profiles that one transaction of `collect` goes through. */
const COLLECTED = 500;

/**
 * Records the handles of profiles that are older than the table of handles, so that nobody can take one that looks like
 * them. An operator runs it once after that upgrade. It goes on by itself; a second run finds nothing to do.
 */
export const collect = internalMutation({
  args: { after: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { after = '' }): Promise<null> => {
    const handles = await handlesAfter(ctx, after, COLLECTED);
    for (const handle of handles) await holdOlderHandle(ctx, handle);
    const last = handles[COLLECTED - 1];
    if (last !== undefined) await ctx.scheduler.runAfter(0, internal.profile.handles.collect, { after: last });
    return null;
  },
});
