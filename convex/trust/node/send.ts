'use node';
/** The action that gives messages to their provider. Node, because it must say which address a connection goes to. */
import { v } from 'convex/values';
import { internalAction } from '../../_generated/server.js';
import { sendMessage } from '../../model/trust/sendMessage.js';
import { postJson } from '../../profile/node/post.js';

/** Gives one message to the provider. Arguments name rows alone, since those of scheduled functions are kept. */
export const run = internalAction({
  args: { code: v.id('trustCodes'), send: v.id('trustSends'), attempt: v.number() },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await sendMessage(ctx, args, ({ url, key }, message) =>
      postJson(url, message, key === undefined ? {} : { Authorization: `Bearer ${key}` }),
    );
    return null;
  },
});
