/** Embed sessions as rows: opened for partners' servers, ended by the clock. */
import type { Viewer } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { admitServer } from '../model/operations/keys.js';
import { openSession } from '../model/operations/sessions.js';
import { appendAudit } from '../model/privacy/audit.js';

/** Opens a session for the viewer; the server proves its key by name and hash. */
export const mint = internalMutation({
  args: { name: v.string(), hash: v.string(), viewer: v.union(v.literal('organisation'), v.object({ user: v.string() })) },
  returns: v.object({ subject: v.id('embedSessions'), issuedAt: v.number(), expiresAt: v.number() }),
  handler: async (ctx, { name, hash, viewer }) => {
    const key = await admitServer(ctx, name, hash);
    const { session, partnerId, account, issuedAt, expiresAt } = await openSession(ctx, key, viewer satisfies Viewer);
    await appendAudit(ctx, {
      actor: null, action: 'operations.sessions.mint', partnerId, ...(account && { accountId: account._id }), changed: [key.name],
    });
    return { subject: session, issuedAt, expiresAt };
  },
});

export const expire = internalMutation({
  args: { session: v.id('embedSessions') },
  returns: v.null(),
  handler: async (ctx, { session }) => {
    if (await ctx.db.get('embedSessions', session)) await ctx.db.delete('embedSessions', session);
    return null;
  },
});
