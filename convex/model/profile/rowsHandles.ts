/** The handles that people have and had. Read here and nowhere else. */
import { isReservedHandle, skeletonOf } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';
import { findProfileById, findProfileRow } from './rows.js';

export type HandleRow = Doc<'profileHandles'>;

export function findHandle(ctx: MutationCtx, handle: string): Promise<HandleRow | null> {
  return ctx.db
    .query('profileHandles')
    .withIndex('by_handle', (range) => range.eq('handle', handle))
    .unique();
}

/**
 * The account of the person who has or had this handle, and had it at `time` (Unix milliseconds). Undefined for a handle
 * that was nobody's then.
 */
export async function accountBehind(
  ctx: MutationCtx,
  handle: string,
  time: number,
): Promise<Id<'accounts'> | undefined> {
  const held = await findHandle(ctx, handle);
  // Profiles from before there was the table have no row in it until the migration has gone through them.
  const row = held ? await findProfileById(ctx, held.profileId) : await findProfileRow(ctx, handle);
  return row && (held ?? row)._creationTime <= time ? row.accountId : undefined;
}

/**
 * Whether a person may take a handle: nobody has or had it or one that a reader may take for it, except for the person
 * themselves (`profileId`; null for a newcomer), and it is not reserved.
 */
export async function isFree(ctx: MutationCtx, handle: string, profileId: Id<'profiles'> | null): Promise<boolean> {
  if (isReservedHandle(handle)) return false;
  const held = await findHandle(ctx, handle);
  if (held) return held.profileId === profileId;
  // One row is enough: everybody who takes a handle comes through here, so a skeleton belongs to one person.
  const alike = await ctx.db
    .query('profileHandles')
    .withIndex('by_skeleton', (range) => range.eq('skeleton', skeletonOf(handle)))
    .first();
  if (alike && alike.profileId !== profileId) return false;
  if (await findHandle(ctx, await erasedHandle(handle))) return false;
  // Profiles from before there was the table have no row in it until the migration has gone through them.
  return !(await findProfileRow(ctx, handle));
}

/**
 * The form in which the handle of an erased person is kept: nobody else can have it, or one like it, and the row does not say
 * it. No handle has a `#`.
 */
export async function erasedHandle(handle: string): Promise<string> {
  return `#${await hashOfText(skeletonOf(handle))}`;
}

/** Most handles of one person: one can be left every 30 days. */
const MAX_HANDLES = 1_000;

/** The handles that a person has and had, without those that are erased. */
export async function handlesOf(ctx: QueryCtx | MutationCtx, profileId: Id<'profiles'>): Promise<HandleRow[]> {
  const rows = await ctx.db
    .query('profileHandles')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(MAX_HANDLES);
  return rows.filter(({ handle }) => !handle.startsWith('#'));
}

/** A difference between the record of handles and a profile, by the row that should be and the rows that are. */
export interface HandleFault {
  handle: string;
  /** The state that the handle should be in; null if the profile does not say that it has or had the handle. */
  state: 'current' | 'leading' | null;
  rows: HandleRow[];
}

/**
 * The handles whose record is not what the profile's row says: its handle is `current` and former ones are `leading`, each
 * in one row and with its skeleton, and no other handle leads to it. A profile that is gone (`row` is null) has none.
 */
export async function handleFaults(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  row: Doc<'profiles'> | null,
): Promise<HandleFault[]> {
  const faults: HandleFault[] = [];
  const former = row?.formerHandles?.map((handle) => [handle, 'leading'] as const) ?? [];
  const stated = new Map(row ? [...former, [row.handle, 'current'] as const] : []);
  for (const [handle, state] of stated) {
    const rows = await ctx.db
      .query('profileHandles')
      .withIndex('by_handle', (range) => range.eq('handle', handle))
      .take(DOUBLES);
    if (rows.length !== 1 || !isRecord(rows[0]!, { profileId, state })) faults.push({ handle, state, rows });
  }
  for (const held of await handlesOf(ctx, profileId))
    if (held.state !== 'retired' && !stated.has(held.handle))
      faults.push({ handle: held.handle, state: null, rows: [held] });
  return faults;
}

/** Rows of one handle that are looked at: there should be one. */
const DOUBLES = 5;

function isRecord(held: HandleRow, { profileId, state }: Pick<HandleRow, 'profileId' | 'state'>): boolean {
  const isLeft = held.leftAt !== undefined;
  return (
    held.profileId === profileId &&
    held.state === state &&
    held.skeleton === skeletonOf(held.handle) &&
    isLeft === (state === 'leading')
  );
}

/** The next profile after `after` that has or had a handle, by the ids of profiles; null at the end. */
export async function ownerOfHandlesAfter(ctx: MutationCtx, after: string): Promise<Id<'profiles'> | null> {
  const held = await ctx.db
    .query('profileHandles')
    .withIndex('by_profile', (range) => range.gt('profileId', after as Id<'profiles'>))
    .first();
  return held?.profileId ?? null;
}

/** Time at which a person last left a handle, in Unix milliseconds; undefined if they never did. */
export async function lastLeft(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<number | undefined> {
  const row = await ctx.db
    .query('profileHandles')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .order('desc')
    .first();
  return row?.leftAt;
}

/** At most `count` handles that lead to a profile and that were left at `time` (Unix milliseconds) or before. */
export function leadingSince(ctx: MutationCtx, time: number, count: number): Promise<HandleRow[]> {
  return ctx.db
    .query('profileHandles')
    .withIndex('by_state', (range) => range.eq('state', 'leading').lte('leftAt', time))
    .take(count);
}
