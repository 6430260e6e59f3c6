/** The public view for the HTTP routes: one document. */
import { profileViewSchema } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { v } from 'convex/values';
import { internalQuery } from '../_generated/server.js';
import { findView } from '../model/profile/read.js';
import { sentView } from '../model/profile/views.js';

export const publicView = internalQuery({
  args: { handle: v.string() },
  returns: v.union(v.null(), v.object({ body: zodToConvex(profileViewSchema), etag: v.string() })),
  handler: async (ctx, { handle }) => {
    const view = await findView(ctx, handle, 'public');
    return view && { body: sentView(view.body), etag: view.etag };
  },
});
