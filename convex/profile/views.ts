/** The public view for the HTTP routes, one document; and the counting of views. */
import { profileViewSchema } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { v } from 'convex/values';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { addViews, hasManyViews } from '../model/privacy/viewCounts.js';
import { findView } from '../model/profile/read.js';
import { findProfileRow } from '../model/profile/rows.js';
import { sentView } from '../model/profile/views.js';

export const publicView = internalQuery({
  args: { handle: v.string() },
  returns: v.union(v.null(), v.object({ body: zodToConvex(profileViewSchema), etag: v.string() })),
  handler: async (ctx, { handle }) => {
    const view = await findView(ctx, handle, 'public');
    return view && { body: sentView(view.body), etag: view.etag };
  },
});

/** Whether the profile under a handle has had many views on this UTC day. The caller names the day: queries read no clock. */
export const seenOften = internalQuery({
  args: { handle: v.string(), day: v.string() },
  returns: v.boolean(),
  handler: async (ctx, { handle, day }): Promise<boolean> => {
    const profile = await findProfileRow(ctx, handle);
    return profile !== null && (await hasManyViews(ctx, { profileId: profile._id, day }));
  },
});

/** Counts views of the profile under a handle. */
export const seen = internalMutation({
  args: { handle: v.string(), views: v.number() },
  returns: v.null(),
  handler: async (ctx, { handle, views }): Promise<null> => {
    const profile = await findProfileRow(ctx, handle);
    if (profile) await addViews(ctx, profile._id, views);
    return null;
  },
});
