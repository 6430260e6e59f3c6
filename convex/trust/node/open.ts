'use node';
/** The action that opens checks at their provider. Node, because it must say which address a connection goes to. */
import { v } from 'convex/values';
import { internalAction } from '../../_generated/server.js';
import { post } from '../../events/node/post.js';
import { openSession } from '../../model/trust/openSession.js';
import { isOnThisMachine } from '../../operations/node/addresses.js';

export const run = internalAction({
  args: { session: v.id('trustSessions') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    // A provider on this machine is one of a deployment for development.
    const loopback = isOnThisMachine(process.env.CONVEX_SITE_URL);
    await openSession(ctx, args, (url, request) => post({ url, loopback }, request));
    return null;
  },
});
