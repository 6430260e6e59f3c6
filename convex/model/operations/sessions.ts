/**
 * Embed sessions: for some minutes, a viewer whom a partner's server named. A token names its session's row and nothing
 * else. The rows of the session, the key, the link and the account decide what the viewer may see, so that the end of any
 * of them ends the session at once, in live queries too.
 */
import { SESSION_MS, SHOWN_PER_HOUR, type Viewer } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { findLink } from './links.js';
import { drawToken } from './rate.js';

/** Limit of the profiles that a partner shows one person as members see them, over all sessions. */
const SHOWN_LIMIT = { rate: SHOWN_PER_HOUR, periodMs: 60 * 60 * 1000, capacity: SHOWN_PER_HOUR };

/** The viewer that an open session names: the person behind a link, or the organisation itself. */
export interface NamedViewer {
  session: Id<'embedSessions'>;
  partnerId: Id<'partners'>;
  account: Doc<'accounts'> | null;
  /** Handles of the profiles that the session sees as members do, the person's own among them. */
  shown: readonly string[];
}

export interface Minted extends Pick<NamedViewer, 'session' | 'account'> {
  issuedAt: number;
  expiresAt: number;
}

/**
 * Opens a session that shows its person `handles` as members see them. They are counted here, since a query cannot count
 * its reads. The refusal is the same for a person who was never linked, is no longer linked, or may not act.
 */
export async function openSession(
  ctx: MutationCtx,
  { _id: keyId, partnerId }: Doc<'partnerKeys'>,
  viewer: Viewer,
  handles: readonly string[],
): Promise<Minted> {
  const link = viewer === 'organisation' ? null : await findLink(ctx, partnerId, viewer.user);
  const account = link && (await ctx.db.get('accounts', link.accountId));
  if (viewer !== 'organisation' && account?.status !== 'active') {
    throw refusal(
      'not_found',
      'Nobody is linked under this user id. Make a code for them (POST /v1/embed-links) and let them answer it at Gigsy.',
    );
  }
  if (link && handles.length > 0)
    await drawToken(ctx, 'operations.sessions.shown', `${partnerId}:${link.accountId}`, SHOWN_LIMIT, {
      count: handles.length,
    });
  const session = await ctx.db.insert('embedSessions', {
    keyId,
    ...(link && { linkId: link._id, handles: [...handles] }),
  });
  const issuedAt = Date.now();
  const expiresAt = issuedAt + SESSION_MS;
  await ctx.scheduler.runAt(expiresAt, internal.operations.sessions.expire, { session });
  return { session, account, issuedAt, expiresAt };
}

export async function endSession(ctx: MutationCtx, session: Id<'embedSessions'>): Promise<void> {
  if (await ctx.db.get('embedSessions', session)) await ctx.db.delete('embedSessions', session);
}

/**
 * The viewer whom the session with this id names. Null if the session or a row that it depends on is gone. Reads four
 * documents at most. `now` is in Unix milliseconds; queries leave it out and follow the scheduler, which deletes the rows.
 */
export async function livingSession(ctx: QueryCtx | MutationCtx, id: string, now = 0): Promise<NamedViewer | null> {
  const known = ctx.db.normalizeId('embedSessions', id);
  const session = known && (await ctx.db.get('embedSessions', known));
  const key = session && (await ctx.db.get('partnerKeys', session.keyId));
  if (!key || session._creationTime + SESSION_MS <= now || (key.endsAt ?? Infinity) <= now) return null;
  const { _id, linkId, handles = [] } = session;
  if (!linkId) return { session: _id, partnerId: key.partnerId, account: null, shown: [] };
  const link = await ctx.db.get('partnerLinks', linkId);
  const account = link && (await ctx.db.get('accounts', link.accountId));
  if (account?.status !== 'active') return null;
  return {
    session: _id,
    partnerId: key.partnerId,
    account,
    shown: account.handle === undefined ? handles : [account.handle, ...handles],
  };
}
