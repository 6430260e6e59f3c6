/** Checks of identity documents: begun, opened at their provider, and gone when their time is over. */
import { type OwnSession, IDENTITY_CHECK_MS, randomHex } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { disclosed } from '../privacy/disclosures.js';
import { ownerOf } from './owner.js';
import { identityRoute } from './settings.js';

export type SessionRow = Doc<'trustSessions'>;

/** Random bytes of a reference. */
const REFERENCE_BYTES = 16;

export function findSession(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<SessionRow | null> {
  return ctx.db
    .query('trustSessions')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .unique();
}

/** Begins a check. An outcome of one before finds nothing any more, since its reference is gone. */
export async function startSession(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<OwnSession> {
  const isStandIn = identityRoute() === 'standIn';
  const before = await findSession(ctx, accountId);
  if (before) await dropSession(ctx, before);
  const made = {
    accountId,
    reference: randomHex(REFERENCE_BYTES),
    provider: isStandIn ? ('standIn' as const) : ('identity' as const),
    state: isStandIn ? ('open' as const) : ('opening' as const),
    expiresAt: Date.now() + IDENTITY_CHECK_MS,
  };
  const session = await ctx.db.insert('trustSessions', made);
  await ctx.scheduler.runAt(made.expiresAt, internal.trust.documents.lapse, { session });
  if (!isStandIn) await ctx.scheduler.runAfter(0, internal.trust.node.open.run, { session });
  return ownSession(made);
}

/** The check that waits for its outcome. Throws where there is none. */
export async function waitingSession(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<SessionRow> {
  const row = await findSession(ctx, accountId);
  if (row && isWaiting(row)) return row;
  throw refusal('not_found', 'You have no check under way; begin one first.');
}

export function isWaiting({ state, expiresAt }: SessionRow): boolean {
  return (state === 'opening' || state === 'open') && expiresAt > Date.now();
}

export function ownSession({ state, url, provider, expiresAt }: Omit<SessionRow, '_id' | '_creationTime'>): OwnSession {
  return { state, ...(url !== undefined && { url }), standIn: provider === 'standIn', expiresAt };
}

/** The body of a request to the provider, which opens a check. */
export interface Opening {
  check: string;
  /** The subject of the events by which the outcome comes. */
  subject: string;
}

/** The check to open, whose provider learns the handle from now on. Null if it is not wanted any more. */
export async function takeOpening(ctx: MutationCtx, session: Id<'trustSessions'>): Promise<Opening | null> {
  const row = await ctx.db.get('trustSessions', session);
  if (row?.state !== 'opening' || !isWaiting(row)) return null;
  const owner = await ownerOf(ctx, row);
  if (!owner) return null;
  await disclosed(ctx, { to: 'identityProvider', subject: { kind: 'profile', id: owner._id } });
  return { check: row.reference, subject: `handle:${owner.handle}` };
}

/** The provider said where the person goes; null where it did not answer. */
export async function opened(ctx: MutationCtx, session: Id<'trustSessions'>, url: string | null): Promise<void> {
  const row = await ctx.db.get('trustSessions', session);
  if (row?.state !== 'opening') return;
  await ctx.db.patch('trustSessions', session, url === null ? { state: 'unreachable' } : { state: 'open', url });
}

/** Notes that a check was not passed. */
export async function noteOutcome(
  ctx: MutationCtx,
  { _id }: SessionRow,
  state: Extract<SessionRow['state'], 'failed' | 'lapsed'>,
): Promise<void> {
  await ctx.db.patch('trustSessions', _id, { state, url: undefined });
}

export async function dropSession(ctx: MutationCtx, { _id }: Pick<SessionRow, '_id'>): Promise<void> {
  await ctx.db.delete('trustSessions', _id);
}

/** Deletes a check whose time is over. */
export async function lapseSession(ctx: MutationCtx, session: Id<'trustSessions'>): Promise<void> {
  const row = await ctx.db.get('trustSessions', session);
  if (row && row.expiresAt <= Date.now()) await dropSession(ctx, row);
}

/** At most `count` checks that are over and whose scheduled end was lost. */
export function overdueSessions(ctx: MutationCtx, count: number): Promise<SessionRow[]> {
  return ctx.db
    .query('trustSessions')
    .withIndex('by_expiry', (range) => range.lte('expiresAt', Date.now()))
    .take(count);
}
