/** Items that people have removed from their profiles and can restore. Read here and nowhere else. */
import { type ListSection, MAX_REMOVED, RESTORABLE_MS } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

export type RemovedRow = Doc<'profileRemovedItems'>;

/** The removed item with this id: one document, or null. */
export function findRemoved(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  section: ListSection,
  itemId: string,
): Promise<RemovedRow | null> {
  return ctx.db
    .query('profileRemovedItems')
    .withIndex('by_item', (range) => range.eq('profileId', profileId).eq('section', section).eq('itemId', itemId))
    .first();
}

/** All of a profile, the last removed first. */
export function removedOf(ctx: QueryCtx, profileId: Id<'profiles'>): Promise<RemovedRow[]> {
  return ctx.db
    .query('profileRemovedItems')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .order('desc')
    .take(MAX_REMOVED);
}

/** The last removed of a profile. */
export function lastRemoved(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<RemovedRow | null> {
  return ctx.db
    .query('profileRemovedItems')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .order('desc')
    .first();
}

/** At most `count` of a profile that were removed at or before the one with this ordinal. */
export function removedUpTo(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  ordinal: number,
  count: number,
): Promise<RemovedRow[]> {
  return ctx.db
    .query('profileRemovedItems')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId).lte('ordinal', ordinal))
    .take(count);
}

/** At most `count` of all profiles that can be restored no longer and were removed after `after`, in Unix milliseconds. */
export function expiredRemovals(ctx: MutationCtx, after: number, count: number): Promise<RemovedRow[]> {
  return ctx.db
    .query('profileRemovedItems')
    .withIndex('by_creation_time', (range) =>
      range.gt('_creationTime', after).lte('_creationTime', Date.now() - RESTORABLE_MS),
    )
    .take(count);
}
