/** Evidence: added by a proof, renewed and ended by steps of the table of states. A row never changes its method, provider or proof. */
import {
  ENDS_SOON_MS,
  MAX_ENDED,
  MAX_EVIDENCE,
  type VerificationMethod,
  type VerificationProvider,
  type VerificationStep,
  evidenceStates,
  stateAfter,
  trustRetention,
  verificationMethods,
} from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { revokeCredential } from './credentials/rows.js';

export type EvidenceRow = Doc<'trustEvidence'>;

/** The evidence of a person that counts. */
export function activeEvidence(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<EvidenceRow[]> {
  return ctx.db
    .query('trustEvidence')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('state', 'active'))
    .take(MAX_EVIDENCE);
}

export function evidenceById(ctx: MutationCtx, id: Id<'trustEvidence'>): Promise<EvidenceRow | null> {
  return ctx.db.get('trustEvidence', id);
}

/** The active evidence with this id. */
export function findEvidence(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  id: string,
): Promise<EvidenceRow | null> {
  return ctx.db
    .query('trustEvidence')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('state', 'active').eq('id', id))
    .unique();
}

/** Whether the person has evidence with this id, or had some whose row is still there. */
export async function hasEvidence(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  id: string,
): Promise<boolean> {
  for (const state of evidenceStates) {
    const row = await ctx.db
      .query('trustEvidence')
      .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('state', state).eq('id', id))
      .first();
    if (row) return true;
  }
  return false;
}

/** Evidence of a person that ended, the last first. */
export async function endedEvidence(ctx: QueryCtx, accountId: Id<'accounts'>): Promise<EvidenceRow[]> {
  const ended = evidenceStates.filter((state) => state !== 'active');
  const rows = await Promise.all(
    ended.map((state) =>
      ctx.db
        .query('trustEvidence')
        .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('state', state))
        .order('desc')
        .take(MAX_ENDED),
    ),
  );
  return rows
    .flat()
    .sort((one, other) => other.endedAt! - one.endedAt!)
    .slice(0, MAX_ENDED);
}

/** A proof, under the id that settings know it by. Of codes a person has one piece of evidence a method, whose id is the method. */
export interface Proof {
  id: string;
  method: VerificationMethod;
  subject?: string;
  /** The one who vouches for it, where that is not the method's own. */
  provider?: VerificationProvider;
  reference?: string;
}

export async function addEvidence(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  { id, method, subject, provider = verificationMethods[method].provider, reference }: Proof,
): Promise<void> {
  const made = {
    accountId,
    id,
    method,
    provider,
    ...(subject !== undefined && { subject }),
    ...(reference !== undefined && { reference }),
  };
  const times = timesOf(method);
  const row = { ...made, state: 'active' as const, issuedAt: Date.now(), ...times };
  await scheduleEnd(ctx, await ctx.db.insert('trustEvidence', row), times);
}

/** Evidence was seen again: it holds as long as if it had been proved now. False where it has ended. */
export async function renewEvidence(ctx: MutationCtx, { _id, state, method }: EvidenceRow): Promise<boolean> {
  if (stateAfter(state, 'renew') !== 'active') return false;
  const times = timesOf(method);
  await ctx.db.patch('trustEvidence', _id, times);
  await scheduleEnd(ctx, _id, times);
  return true;
}

interface Times {
  expiresAt: number;
  tellAt: number;
}

/** The end of evidence that is proved now, and the time at which the person is told of it. */
function timesOf(method: VerificationMethod): Times {
  const expiresAt = Date.now() + verificationMethods[method].validForMs;
  return { expiresAt, tellAt: expiresAt - ENDS_SOON_MS };
}

/** Ends that were scheduled before do nothing once the times are later. */
async function scheduleEnd(
  ctx: MutationCtx,
  evidence: Id<'trustEvidence'>,
  { tellAt, expiresAt }: Times,
): Promise<void> {
  await ctx.scheduler.runAt(tellAt, internal.trust.verifications.tell, { evidence });
  await ctx.scheduler.runAt(expiresAt, internal.trust.verifications.expire, { evidence });
}

/** Ends evidence with its credential, and forgets its subject. Returns the state; undefined where the step leads nowhere, since it ended already. */
export async function endEvidence(
  ctx: MutationCtx,
  { _id, accountId, id: item, state: before }: EvidenceRow,
  step: VerificationStep,
): Promise<Exclude<EvidenceRow['state'], 'active'> | undefined> {
  const state = stateAfter(before, step);
  if (state !== 'expired' && state !== 'withdrawn' && state !== 'revoked') return undefined;
  await ctx.db.patch('trustEvidence', _id, { state, endedAt: Date.now(), subject: undefined, tellAt: undefined });
  await revokeCredential(ctx, { accountId, kind: 'badge', item });
  return state;
}

/** Notes that the person is told of the end to come. False where there is nothing to tell, or it was told. */
export async function noteTold(ctx: MutationCtx, { _id, state, tellAt }: EvidenceRow): Promise<boolean> {
  if (state !== 'active' || tellAt === undefined || tellAt > Date.now()) return false;
  await ctx.db.patch('trustEvidence', _id, { tellAt: undefined });
  return true;
}

/** At most `count` pieces of active evidence whose time is over. */
export function overdueEvidence(ctx: MutationCtx, count: number): Promise<EvidenceRow[]> {
  return ctx.db
    .query('trustEvidence')
    .withIndex('by_expiry', (range) => range.eq('state', 'active').lte('expiresAt', Date.now()))
    .take(count);
}

/** At most `count` pieces of evidence of whose end the person should have been told. */
export function untoldEvidence(ctx: MutationCtx, count: number): Promise<EvidenceRow[]> {
  return ctx.db
    .query('trustEvidence')
    .withIndex('by_telling', (range) => range.gt('tellAt', 0).lte('tellAt', Date.now()))
    .take(count);
}

/** Rows that one transaction of a purge deletes. */
const BATCH = 200;

/** Deletes evidence that ended long ago, the first first. */
export async function purgeEnded(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const over = await ctx.db
    .query('trustEvidence')
    .withIndex('by_end', (range) =>
      range.gt('endedAt', 0).lte('endedAt', Date.now() - trustRetention.endedVerifications.periodMs),
    )
    .take(BATCH);
  for (const { _id } of over) await ctx.db.delete('trustEvidence', _id);
  return { count: over.length, more: over.length === BATCH };
}
