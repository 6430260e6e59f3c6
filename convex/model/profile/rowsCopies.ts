/**
 * The copies of a profile as they are stored, for reconciliation. No copy is trusted, and a doubled row is no fault here,
 * as it is for readers.
 */
import { type OwnProfile, listSections, upcastProfile } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import {
  type ItemSection,
  type ItemTable,
  type Items,
  findProfileById,
  itemSections,
  itemTables,
  profileInRows,
} from './rows.js';

export interface Copies {
  row: Doc<'profiles'>;
  account: Doc<'accounts'> | null;
  photo: Doc<'profilePhotos'> | null;
  /** The snapshot that the row names. */
  snapshot: Doc<'users'> | null;
  /** The content of the snapshot, as of today's version. None once it is retired. */
  copy: OwnProfile | null;
  /** The content of the rows. */
  profile: OwnProfile;
  /** Rows with the id of another item of their list. */
  doubledItems: { section: ItemSection; item: Doc<ItemTable> }[];
  /** Lists with more items than a list may have. */
  overlong: ItemSection[];
  /** Another row under the same handle, and other snapshots of the account. */
  doubledRow: boolean;
  doubledSnapshots: Doc<'users'>[];
}

/** All copies of a profile but its views. Null if there is no such profile. */
export async function loadCopies(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<Copies | null> {
  const row = await findProfileById(ctx, profileId);
  if (!row) return null;
  const items = await itemsOf(ctx, profileId);
  const snapshots = await snapshotsOf(ctx, row);
  const snapshot = snapshots.find(({ _id }) => _id === row.userId) ?? null;
  return {
    row,
    account: await ctx.db.get('accounts', row.accountId),
    photo: await ctx.db
      .query('profilePhotos')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .first(),
    snapshot,
    copy: snapshot?.profile ? upcastProfile(snapshot.profile) : null,
    profile: profileInRows(row, items),
    doubledItems: itemSections.flatMap((section) => doublesIn(items[section]).map((item) => ({ section, item }))),
    overlong: itemSections.filter((section) => items[section].length > listSections[section].max),
    doubledRow: await isDoubled(ctx, row),
    doubledSnapshots: snapshots.filter(({ _id }) => _id !== row.userId),
  };
}

/** The rows of each list, one more than it may have. */
async function itemsOf(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<Items> {
  const lists = await Promise.all(
    itemSections.map((section) =>
      ctx.db
        .query(itemTables[section])
        .withIndex('by_profile', (range) => range.eq('profileId', profileId))
        .take(listSections[section].max + 1),
    ),
  );
  return Object.fromEntries(itemSections.map((section, position) => [section, lists[position]!])) as Record<
    ItemSection,
    Doc<ItemTable>[]
  >;
}

function doublesIn(items: Doc<ItemTable>[]): Doc<ItemTable>[] {
  const ids = new Set<string>();
  return items.filter(({ id }) => ids.size === ids.add(id).size);
}

/** Snapshots that a repair removes at once; each may weigh as much as a profile. */
const MOST_SNAPSHOTS = 5;

async function snapshotsOf(ctx: MutationCtx, { userId, accountId }: Doc<'profiles'>): Promise<Doc<'users'>[]> {
  const own = await ctx.db
    .query('users')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(MOST_SNAPSHOTS);
  if (own.some(({ _id }) => _id === userId)) return own;
  const named = await ctx.db.get('users', userId);
  return named ? [named, ...own] : own;
}

async function isDoubled(ctx: MutationCtx, { handle }: Doc<'profiles'>): Promise<boolean> {
  const rows = await ctx.db
    .query('profiles')
    .withIndex('by_handle', (range) => range.eq('handle', handle))
    .take(2);
  return rows.length > 1;
}

/** Lists that hold items of a profile that does not exist, and at most `count` of the items. */
export async function strayItems(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  count: number,
): Promise<{ section: ItemSection; item: Doc<ItemTable> }[]> {
  const found = [];
  for (const section of itemSections) {
    const items = await ctx.db
      .query(itemTables[section])
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .take(count);
    found.push(...items.map((item) => ({ section, item })));
  }
  return found;
}

/** The next profile after `after` that has items in a list, by the ids of profiles; null at the end. */
export async function ownerOfItemsAfter(
  ctx: MutationCtx,
  section: ItemSection,
  after: string,
): Promise<Id<'profiles'> | null> {
  const item = await ctx.db
    .query(itemTables[section])
    .withIndex('by_profile', (range) => range.gt('profileId', after as Id<'profiles'>))
    .first();
  return item?.profileId ?? null;
}

/** Ids of profiles in the order in which they were created, a page at a time. */
export async function profilePage(
  ctx: MutationCtx,
  cursor: string | null,
  count: number,
): Promise<{ ids: Id<'profiles'>[]; cursor: string; isDone: boolean }> {
  const { page, continueCursor, isDone } = await ctx.db.query('profiles').paginate({ numItems: count, cursor });
  return { ids: page.map(({ _id }) => _id), cursor: continueCursor, isDone };
}

/** The id of a profile, existing or not, that a caller gave as text; null for any other text. */
export function profileIdIn(ctx: MutationCtx, given: string): Id<'profiles'> | null {
  return ctx.db.normalizeId('profiles', given);
}
