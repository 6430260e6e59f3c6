/**
 * Rewrites the views of all domains after a change that governs them: a person's status, role or settings, or a policy.
 */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { refreshViews, removeViews, rewriteViews } from '../model/privacy/views.js';
import { readModels } from '../model/readModels.js';

/**
 * Rewrites a person's views in all domains, except for the view table whose writer calls this. Part of the transaction
 * that changed the person's status, role, settings or handle. `left` is the handle before, where it changed.
 */
export const rewrite = internalMutation({
  args: { handle: v.string(), except: v.string(), left: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { handle, except, left }) => {
    const models = readModels.filter(({ table }) => table !== except);
    if (left !== undefined) await removeViews(ctx, models, left);
    await rewriteViews(ctx, models, handle);
    return null;
  },
});

/** Longest time that one run goes on, in milliseconds. The cron's next run must not begin beside it. */
const RUN_MS = 9 * 60 * 1000;

/**
 * Remakes views of older policies in batches, one batch a transaction. `viewRefreshes` keeps the progress, so that the
 * next run continues from there.
 */
export const refresh = internalMutation({
  args: { began: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { began = Date.now() }): Promise<null> => {
    const more = await refreshViews(ctx, readModels);
    if (more && Date.now() - began < RUN_MS) await ctx.scheduler.runAfter(0, internal.privacy.views.refresh, { began });
    return null;
  },
});
