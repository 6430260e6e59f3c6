/**
 * Embed sessions: a viewer whom a partner's server named, for some minutes. A token names only its session's row; what it
 * may see hangs on that row and on those of the key, the link and the account behind it, so that the end of any of them
 * ends the session at once, in live queries too.
 */
import { SESSION_MS, type Viewer } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { findLink } from './links.js';

/** Whom a living session names: the person behind a link, or the organisation itself. */
export interface NamedViewer {
  session: Id<'embedSessions'>;
  partnerId: Id<'partners'>;
  account: Doc<'accounts'> | null;
}

export interface Minted extends NamedViewer {
  issuedAt: number;
  expiresAt: number;
}

/** Opens a session. A person who is not linked, is no longer, or may not act is the same to the partner. */
export async function openSession(ctx: MutationCtx, { _id: keyId, partnerId }: Doc<'partnerKeys'>, viewer: Viewer): Promise<Minted> {
  const link = viewer === 'organisation' ? null : await findLink(ctx, partnerId, viewer.user);
  const account = link && await ctx.db.get('accounts', link.accountId);
  if (viewer !== 'organisation' && account?.status !== 'active') {
    throw refusal('not_found', 'Nobody is linked under this user id. Make a code for them (POST /v1/embed-links) and let them answer it at Gigsy.');
  }
  const session = await ctx.db.insert('embedSessions', { keyId, ...(link && { linkId: link._id }) });
  const issuedAt = Date.now();
  const expiresAt = issuedAt + SESSION_MS;
  await ctx.scheduler.runAt(expiresAt, internal.operations.sessions.expire, { session });
  return { session, partnerId, account, issuedAt, expiresAt };
}

/** Whom the session with this id names; null unless all that it hangs on still stands. Reads four documents at most. */
export async function livingSession(ctx: QueryCtx | MutationCtx, id: string): Promise<NamedViewer | null> {
  const known = ctx.db.normalizeId('embedSessions', id);
  const session = known && await ctx.db.get('embedSessions', known);
  const key = session && await ctx.db.get('partnerKeys', session.keyId);
  if (!key) return null;
  const { _id, linkId } = session;
  if (!linkId) return { session: _id, partnerId: key.partnerId, account: null };
  const link = await ctx.db.get('partnerLinks', linkId);
  const account = link && await ctx.db.get('accounts', link.accountId);
  return account?.status === 'active' ? { session: _id, partnerId: key.partnerId, account } : null;
}
