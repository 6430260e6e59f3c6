/** The handles that people have and had. Read here and nowhere else. */
import { isReservedHandle, skeletonOf } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';
import { findProfileRow } from './rows.js';

export type HandleRow = Doc<'profileHandles'>;

export function findHandle(ctx: MutationCtx, handle: string): Promise<HandleRow | null> {
  return ctx.db
    .query('profileHandles')
    .withIndex('by_handle', (range) => range.eq('handle', handle))
    .unique();
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
