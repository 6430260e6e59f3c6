/** The public view for the HTTP routes, one document; and the counting of views. */
import { profileViewSchema } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { v } from 'convex/values';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { addViews, viewsIn } from '../model/privacy/viewCounts.js';
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

const drawn = { day: v.string(), shard: v.number() };

/** The profile under a handle, and its views so far in one row of counts. */
export const counted = internalQuery({
  args: { handle: v.string(), ...drawn },
  returns: v.union(v.null(), v.object({ profileId: v.id('profiles'), views: v.number() })),
  handler: async (ctx, { handle, ...row }) => {
    const profile = await findProfileRow(ctx, handle);
    if (!profile) return null;
    const { _id: profileId } = profile;
    return { profileId, views: await viewsIn(ctx, { profileId, ...row }) };
  },
});

/** Adds views to a row of counts. */
export const seen = internalMutation({
  args: { profileId: v.id('profiles'), ...drawn, views: v.number() },
  returns: v.null(),
  handler: async (ctx, { views, ...row }): Promise<null> => {
    await addViews(ctx, row, views);
    return null;
  },
});
