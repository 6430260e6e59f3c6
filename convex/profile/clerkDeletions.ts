/** Deletes the users of erased people at Clerk. Each attempt is an action, begun and reported in transactions of its own. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalAction, internalMutation } from '../_generated/server.js';
import { logLine } from '../model/operations/logLine.js';
import { beginAttempt, dueAttempts, noteDeleted } from '../model/privacy/providerDeletion.js';
import { deleteUser } from '../model/profile/clerkApi.js';

/** Arguments name the receipt alone, since those of scheduled functions are kept and shown to operators. */
const args = { erasure: v.id('erasures') };

export const attempt = internalAction({
  args,
  returns: v.null(),
  handler: async (ctx, { erasure }): Promise<null> => {
    const subject = await ctx.runMutation(internal.profile.clerkDeletions.begin, { erasure });
    if (subject === null) return null;
    try {
      await deleteUser(subject);
    } catch {
      // Neither the error nor the address goes into the log: both may hold the provider's id of the person.
      logLine('error', 'erasure.provider_refused', { erasure });
      return null;
    }
    await ctx.runMutation(internal.profile.clerkDeletions.deleted, { erasure });
    return null;
  },
});

export const begin = internalMutation({
  args,
  returns: v.union(v.null(), v.string()),
  handler: (ctx, { erasure }) => beginAttempt(ctx, erasure),
});

export const deleted = internalMutation({
  args,
  returns: v.null(),
  handler: async (ctx, { erasure }) => {
    await noteDeleted(ctx, erasure);
    return null;
  },
});

/** Attempts that one run of the cron begins. */
const BATCH = 20;

/** Begins the attempts that are due. A cron starts it. */
export const due = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    for (const erasure of await dueAttempts(ctx, BATCH))
      await ctx.scheduler.runAfter(0, internal.profile.clerkDeletions.attempt, { erasure });
    return null;
  },
});
