/**
 * Keeps the items that leave a profile, so that they can be restored: at most a hundred of a profile, for 30 days. Part of
 * the write path.
 */
import { type ListSection, MAX_REMOVED, type Sections, listSectionNames } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { type Purged, withoutHeld } from '../privacy/holds.js';
import { findProfileById } from './rows.js';
import { type RemovedRow, expiredRemovals, findRemoved, lastRemoved, removedUpTo } from './rowsRemoved.js';

/** Rows that one transaction of the expiry deletes. A row holds an item, of at most 40 KiB. */
const EXPIRY_BATCH = 100;

interface Leaving {
  section: ListSection;
  item: Sections[ListSection][number];
}

/** Keeps the items of `before` that are not in `after`, and drops those that have come back. */
export async function followRemovals(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  before: Partial<Sections>,
  after: Partial<Sections>,
): Promise<void> {
  const leaving: Leaving[] = [];
  for (const section of listSectionNames) {
    const [old = [], list = []] = [before[section], after[section]];
    if (old === list) continue;
    const [was, is] = [idsOf(old), idsOf(list)];
    for (const id of is) if (!was.has(id)) await dropRemoved(ctx, profileId, section, id);
    for (const item of old) if (!is.has(item.id)) leaving.push({ section, item });
  }
  if (leaving.length > 0) await keepRemoved(ctx, profileId, leaving);
}

function idsOf(list: readonly { id: string }[]): Set<string> {
  return new Set(list.map(({ id }) => id));
}

/** Deletes an item that can be restored, if there is one. */
export async function dropRemoved(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  section: ListSection,
  id: string,
): Promise<void> {
  const row = await findRemoved(ctx, profileId, section, id);
  if (row) await ctx.db.delete('profileRemovedItems', row._id);
}

/** The oldest give way. Of more items at once than are kept, the last ones are kept. */
async function keepRemoved(ctx: MutationCtx, profileId: Id<'profiles'>, leaving: Leaving[]): Promise<void> {
  const kept = leaving.slice(-MAX_REMOVED);
  const last = (await lastRemoved(ctx, profileId))?.ordinal ?? 0;
  const oldest = last + kept.length - MAX_REMOVED;
  const gone = oldest > 0 ? await removedUpTo(ctx, profileId, oldest, MAX_REMOVED) : [];
  for (const row of gone) await ctx.db.delete('profileRemovedItems', row._id);
  for (const [index, { section, item }] of kept.entries()) {
    const row = { profileId, section, itemId: item.id, item, ordinal: last + index + 1 };
    await ctx.db.insert('profileRemovedItems', row as never);
  }
}

/** Deletes the items that can be restored no longer among the next ones after `after`, but those of people who are held. */
export async function expireRemoved(ctx: MutationCtx, after: number): Promise<Purged> {
  const over = await expiredRemovals(ctx, after, EXPIRY_BATCH);
  const ownerOf = async ({ profileId }: RemovedRow) => (await findProfileById(ctx, profileId))?.accountId;
  const expired = await withoutHeld(ctx, over, ownerOf);
  for (const row of expired) await ctx.db.delete('profileRemovedItems', row._id);
  return { count: expired.length, reached: over[EXPIRY_BATCH - 1]?._creationTime ?? null };
}
