'use node';
/** The action that posts the head of the audit log to the receiver in the deployment's settings. */
import { v } from 'convex/values';
import { internal } from '../../_generated/api.js';
import { internalAction } from '../../_generated/server.js';
import { logLine } from '../../model/operations/logLine.js';
import { anchorReceiver } from '../../model/privacy/anchors.js';
import { postJson } from '../../profile/node/post.js';

/** Posts the latest head, once. If the receiver does not take it, the sealer's next run has it sent again. */
export const send = internalAction({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const receiver = anchorReceiver();
    const anchor = receiver && (await ctx.runQuery(internal.privacy.audit.waiting, {}));
    if (!receiver || !anchor) return null;
    const { url, token } = receiver;
    const fault = await postJson(url, anchor, token === undefined ? {} : { Authorization: `Bearer ${token}` });
    if (fault === undefined) await ctx.runMutation(internal.privacy.audit.anchored, { number: anchor.number });
    else logLine('error', 'audit.anchor_not_taken', { number: anchor.number, fault });
    return null;
  },
});
