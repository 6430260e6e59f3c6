'use node';
/** The action of the stand-in for a provider of identity checks. It sends to the deployment's own site alone, on this machine. */
import { standInPlays } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalAction } from '../../_generated/server.js';
import { post } from '../../events/node/post.js';
import { playStandIn } from '../../model/trust/standIn.js';

export const run = internalAction({
  args: { session: v.id('trustSessions'), play: v.union(...standInPlays.map((each) => v.literal(each))) },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await playStandIn(ctx, args, async (path, request) => {
      await post({ url: `${process.env.CONVEX_SITE_URL}${path}`, loopback: true }, request);
    });
    return null;
  },
});
