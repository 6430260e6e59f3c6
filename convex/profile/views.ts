/** The public view for the HTTP route, one document; and the rewriting of views after the policy has changed. */
import { profileViewSchema } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { sentView } from '../model/profile/photo.js';
import { findView } from '../model/profile/read.js';
import { refreshViews } from '../model/profile/write.js';

export const publicView = internalQuery({
  args: { handle: v.string() },
  returns: v.union(v.null(), v.object({ body: zodToConvex(profileViewSchema), etag: v.string() })),
  handler: async (ctx, { handle }) => {
    const view = await findView(ctx, handle, 'public');
    return view && { body: sentView(view.body), etag: view.etag };
  },
});

/** Longest that one run goes on, so that the cron's next does not run beside it. */
const RUN_MS = 9 * 60 * 1000;

/**
 * Projects anew what was made under another policy, batch by batch. What is done is on the rows: a run that ends early is
 * taken up by the next.
 */
export const refresh = internalMutation({
  args: { began: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { began = Date.now() }): Promise<null> => {
    const more = await refreshViews(ctx);
    if (more && Date.now() - began < RUN_MS) await ctx.scheduler.runAfter(0, internal.profile.views.refresh, { began });
    return null;
  },
});
