/** Embed sessions: opened for partners' servers, ended by a scheduled mutation. */
import { type Refused, type Viewer, refusedSchema } from '@gigsy/schema';
import { type Validator, v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { isRefused, settled } from '../model/contract/errors.js';
import { auditedMutation } from '../model/door/audit.js';
import { admitServer } from '../model/operations/keys.js';
import { endSession, openSession } from '../model/operations/sessions.js';
import { convexValidator } from '../tables/contract.js';

/**
 * Opens a session for the viewer; the server proves its key by name and hash. A request for a person who is not linked
 * counts too.
 */
export const mint = auditedMutation(
  {
    action: 'operations.sessions.mint',
    subject: 'partner',
    args: {
      name: v.string(),
      hash: v.string(),
      viewer: v.union(v.literal('organisation'), v.object({ user: v.string() })),
      handles: v.array(v.string()),
    },
    returns: v.union(
      v.object({ subject: v.id('embedSessions'), issuedAt: v.number(), expiresAt: v.number() }),
      convexValidator(refusedSchema) as Validator<Refused, 'required', string>,
    ),
  },
  async (ctx, { name, hash, viewer, handles }) => {
    const key = await admitServer(ctx, name, hash);
    const opened = await settled(() => openSession(ctx, key, viewer satisfies Viewer, handles));
    const audit = { subject: key.partnerId, changed: [key.name] };
    if (isRefused(opened)) return { answer: opened, audit };
    const { session, account, issuedAt, expiresAt } = opened;
    return {
      answer: { subject: session, issuedAt, expiresAt },
      audit: { ...audit, ...(account && { person: account._id }) },
    };
  },
);

export const expire = internalMutation({
  args: { session: v.id('embedSessions') },
  returns: v.null(),
  handler: async (ctx, { session }) => {
    await endSession(ctx, session);
    return null;
  },
});
