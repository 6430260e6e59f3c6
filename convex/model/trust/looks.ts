/** Looks at claims that are due: an action takes one, asks the host and settles it. */
import { CLAIM_LOOKS, type ClaimFault, hostOf } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { ActionCtx, MutationCtx } from '../../_generated/server.js';
import { mayAskHost } from '../operations/hosts.js';
import { disclosed } from '../privacy/disclosures.js';
import { type ClaimRow, dropClaim, expectedOf } from './claims.js';
import { ownerOf } from './owner.js';
import { seen } from './write.js';

const MINUTE_MS = 60_000;
/** Looks that one person causes. */
const OF_PERSON = { rate: 30, periodMs: 60 * MINUTE_MS, capacity: 30 };
/** Time after which a look without an outcome counts as lost: Convex runs an action at most once. */
const LOST_MS = 5 * MINUTE_MS;
/** Time until a look for which there was no room. */
const LATER_MS = 10 * MINUTE_MS;

export interface Look {
  method: ClaimRow['method'];
  subject: string;
  expected: string;
}

/** The outcome of a look: null where all is as it should be. */
export type Found = ClaimFault | null;

/** The thing to look for, whose host learns of it from now on. Null for a claim that is gone or not due, or where limits stand against it. */
export async function takeLook(ctx: MutationCtx, claim: Id<'trustClaims'>): Promise<Look | null> {
  const row = await ctx.db.get('trustClaims', claim);
  if (!row || row.dueAt > Date.now()) return null;
  const owner = await ownerOf(ctx, row);
  const expected = owner && (await expectedOf(row, owner.handle));
  if (!owner || typeof expected !== 'string') {
    // The cron begins with what has been due for longest: what cannot be looked at must not stand in the way.
    await ctx.db.patch('trustClaims', claim, { dueAt: Date.now() + CLAIM_LOOKS.missed, asked: undefined });
    return null;
  }
  const { accountId, method, subject } = row;
  const host = method === 'domain' ? subject : hostOf(subject);
  const hasRoom = await mayAskHost(ctx, 'trust.claims', { person: accountId, host, ofPerson: OF_PERSON });
  await ctx.db.patch('trustClaims', claim, { dueAt: Date.now() + (hasRoom ? LOST_MS : LATER_MS) });
  if (!hasRoom) return null;
  await disclosed(ctx, { to: 'claimedHost', subject: { kind: 'profile', id: owner._id } });
  return { method, subject, expected };
}

/** Takes the outcome of a look. Returns the profile whose evidence came of it; null for every other outcome. */
export async function settleLook(
  ctx: MutationCtx,
  claim: Id<'trustClaims'>,
  fault: Found,
): Promise<{ profile: Id<'profiles'>; row: Doc<'trustClaims'> } | null> {
  const row = await ctx.db.get('trustClaims', claim);
  const owner = row && (await ownerOf(ctx, row));
  if (!row || !owner) return null;
  const { id, method, subject, expiresAt } = row;
  const looked = { asked: undefined, lookedAt: Date.now(), fault: fault ?? undefined };
  if (expiresAt !== undefined && expiresAt <= Date.now()) {
    await dropClaim(ctx, row);
    return null;
  }
  const next = fault === null ? CLAIM_LOOKS.seen : expiresAt === undefined ? CLAIM_LOOKS.missed : CLAIM_LOOKS.waiting;
  const dueAt = Date.now() + next;
  await ctx.db.patch('trustClaims', claim, { ...looked, dueAt, ...(fault === null && { expiresAt: undefined }) });
  if (fault !== null) return null;
  await seen(ctx, owner, { id, method, subject });
  return { profile: owner._id, row };
}

/** Claims whose looks one run of the cron starts. */
const BATCH = 100;

/** Starts looks that are due, or were lost. */
export async function startLooks(ctx: MutationCtx): Promise<void> {
  const due = await ctx.db
    .query('trustClaims')
    .withIndex('by_due', (range) => range.lte('dueAt', Date.now()))
    .take(BATCH);
  for (const { _id: claim } of due) await ctx.scheduler.runAfter(0, internal.trust.node.look.run, { claim });
}

/** Looks at one claim. Runs in an action; `ask` asks the host. */
export async function lookAt(
  ctx: ActionCtx,
  { claim }: { claim: Id<'trustClaims'> },
  ask: (look: Look) => Promise<Found>,
): Promise<void> {
  const look = await ctx.runMutation(internal.trust.claims.take, { claim });
  if (!look) return;
  await ctx.runMutation(internal.trust.claims.settle, { claim, fault: await ask(look) });
}
