/** The seals of the audit log: the job that makes them and lets heads out, and what administrators read to verify them. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { implementQuery } from '../model/door/implement.js';
import { anchorReceiver, noteAnchored, waitingAnchor } from '../model/privacy/anchors.js';
import { sealBlock } from '../model/privacy/sealer.js';
import { auditPage, auditStatus } from '../model/privacy/verify.js';

export const status = implementQuery(contract.privacy.audit.status, (ctx) => auditStatus(ctx));

export const page = implementQuery(contract.privacy.audit.page, (ctx, { args }) => auditPage(ctx, args.block));

/** Longest time that one run goes on, in milliseconds. The cron's next run must not begin beside it. */
const RUN_MS = 4 * 60 * 1000;

/** Seals block after block, one a transaction, and then has the last head sent out. The blocks keep the progress. */
export const seal = internalMutation({
  args: { began: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { began = Date.now() }): Promise<null> => {
    const more = await sealBlock(ctx);
    if (more && Date.now() - began < RUN_MS) await ctx.scheduler.runAfter(0, internal.privacy.audit.seal, { began });
    else if (anchorReceiver() && (await waitingAnchor(ctx)))
      await ctx.scheduler.runAfter(0, internal.privacy.node.anchor.send, {});
    return null;
  },
});

/** The head that is still to be sent; null if there is none. */
export const waiting = internalQuery({
  args: {},
  returns: v.union(
    v.null(),
    v.object({ source: v.string(), number: v.number(), size: v.number(), head: v.string(), sealedAt: v.number() }),
  ),
  handler: (ctx) => waitingAnchor(ctx),
});

/** Records that the receiver took a head. */
export const anchored = internalMutation({
  args: { number: v.number() },
  returns: v.null(),
  handler: async (ctx, { number }): Promise<null> => {
    await noteAnchored(ctx, number);
    return null;
  },
});
