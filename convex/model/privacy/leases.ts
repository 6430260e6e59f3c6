/**
 * Leases: for a while, one member sees fields of one profile that are not public. The row is the permission: it is there or
 * not, and no query reads a clock. See docs/adr/0028.
 */
import { type AccessPurpose, type HeldLease, MAX_LEASES, SHOWN_LEASES } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { keepNote } from './notes.js';

type Ctx = QueryCtx | MutationCtx;
type Lease = Doc<'accessLeases'>;

/** Throws if the viewer has as many leases as one may have. Asked before anything of the profile is read. */
export async function checkRoom(ctx: MutationCtx, viewer: Id<'accounts'>): Promise<void> {
  if ((await heldBy(ctx, viewer)).length >= MAX_LEASES)
    throw refusal('too_large', `You have ${MAX_LEASES} open leases; close one first.`);
}

export interface Opening extends Pick<Lease, 'profileId' | 'owner' | 'handle' | 'viewer' | 'fields'> {
  purpose: AccessPurpose;
  words: string | undefined;
  minutes: number;
}

/** Opens a lease, and has it deleted when its time is over. */
export async function openLease(ctx: MutationCtx, { words, minutes, ...opened }: Opening): Promise<Lease> {
  const { profileId, viewer } = opened;
  const note = words === undefined ? {} : { note: await keepNote(ctx, { profileId, viewer, note: words }) };
  const endsAt = Date.now() + minutes * 60_000;
  const lease = await ctx.db.insert('accessLeases', { ...opened, ...note, endsAt });
  await ctx.scheduler.runAt(endsAt, internal.privacy.access.end, { lease });
  return (await ctx.db.get('accessLeases', lease))!;
}

/** The lease with this id, where the account is its viewer or its owner, as `side` says. Throws if there is none. */
export async function ownLease(
  ctx: MutationCtx,
  id: string,
  side: 'viewer' | 'owner',
  account: Id<'accounts'>,
): Promise<Lease> {
  const lease = await findLease(ctx, id);
  if (lease?.[side] === account) return lease;
  throw refusal('not_found', 'There is no such lease; it may have ended.');
}

export async function findLease(ctx: Ctx, id: string): Promise<Lease | null> {
  const known = ctx.db.normalizeId('accessLeases', id);
  return known && ctx.db.get('accessLeases', known);
}

export async function deleteLease(ctx: MutationCtx, { _id }: Lease): Promise<void> {
  await ctx.db.delete('accessLeases', _id);
}

export function heldBy(ctx: Ctx, viewer: Id<'accounts'>): Promise<Lease[]> {
  return ctx.db
    .query('accessLeases')
    .withIndex('by_viewer', (range) => range.eq('viewer', viewer))
    .take(MAX_LEASES);
}

/** Newest first. */
export function givenBy(ctx: Ctx, owner: Id<'accounts'>): Promise<Lease[]> {
  return ctx.db
    .query('accessLeases')
    .withIndex('by_owner', (range) => range.eq('owner', owner))
    .order('desc')
    .take(SHOWN_LEASES);
}

/** At most `count` leases that should have ended by `now`: those whose scheduled end was lost. */
export function overdueLeases(ctx: MutationCtx, now: number, count: number): Promise<Lease[]> {
  return ctx.db
    .query('accessLeases')
    .withIndex('by_end', (range) => range.lte('endsAt', now))
    .take(count);
}

export function heldLease({ _id: lease, _creationTime: openedAt, handle, purpose, fields, endsAt }: Lease): HeldLease {
  return { lease, handle, purpose, fields, openedAt, endsAt };
}
