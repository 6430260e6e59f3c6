/** The rows of a profile, read whole: the system of record behind the owner's view and every write. */
import { type AccountStatus, type OwnProfile, type Sections, listSections } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

/** List sections with a table of their own, and the table. `links` are few and small and stay on the profile's row. */
export const itemTables = {
  skills: 'profileSkills',
  education: 'profileEducation',
  workExperience: 'profileWorkExperience',
  projects: 'profileProjects',
  languages: 'profileLanguages',
} as const;
export type ItemSection = keyof typeof itemTables;
export type ItemTable = (typeof itemTables)[ItemSection];
export const itemSections = Object.keys(itemTables) as ItemSection[];

export interface StoredProfile {
  row: Doc<'profiles'>;
  items: { [S in ItemSection]: Doc<(typeof itemTables)[S]>[] };
  photo: Doc<'profilePhotos'> | null;
  profile: OwnProfile;
  /** Of the owner's account. */
  status: AccountStatus;
}

export function findProfileRow(ctx: QueryCtx | MutationCtx, handle: string): Promise<Doc<'profiles'> | null> {
  return ctx.db
    .query('profiles')
    .withIndex('by_handle', (range) => range.eq('handle', handle))
    .unique();
}

export function findPhoto(
  ctx: QueryCtx | MutationCtx,
  profileId: Id<'profiles'>,
): Promise<Doc<'profilePhotos'> | null> {
  return ctx.db
    .query('profilePhotos')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .unique();
}

/** `count` handles from `after` on, in order: a walk through all profiles. */
export async function handlesAfter(ctx: QueryCtx | MutationCtx, after: string, count: number): Promise<string[]> {
  const rows = await ctx.db
    .query('profiles')
    .withIndex('by_handle', (range) => range.gt('handle', after))
    .take(count);
  return rows.map(({ handle }) => handle);
}

/** At most `count` profiles whose views were made under another policy than this. */
export async function rowsOfOtherPolicies(
  ctx: QueryCtx | MutationCtx,
  policy: string,
  count: number,
): Promise<Doc<'profiles'>[]> {
  const before = await ctx.db
    .query('profiles')
    .withIndex('by_policy', (range) => range.lt('policy', policy))
    .take(count);
  const after = await ctx.db
    .query('profiles')
    .withIndex('by_policy', (range) => range.gt('policy', policy))
    .take(count - before.length);
  return [...before, ...after];
}

/** The picture with this id while it is waited for: not when it has come, or its owner has changed their mind. */
export async function photoWaiting(
  ctx: QueryCtx | MutationCtx,
  id: Id<'profilePhotos'>,
): Promise<Doc<'profilePhotos'> | null> {
  const photo = await ctx.db.get('profilePhotos', id);
  return photo?.state === 'waiting' ? photo : null;
}

/** The whole profile under `handle`, from its rows: at most 383 documents, its picture's and its account's among them. */
export async function loadProfile(ctx: QueryCtx | MutationCtx, handle: string): Promise<StoredProfile | null> {
  const row = await findProfileRow(ctx, handle);
  return row && loadRow(ctx, row);
}

export async function loadRow(ctx: QueryCtx | MutationCtx, row: Doc<'profiles'>): Promise<StoredProfile> {
  const account = await ctx.db.get('accounts', row.accountId);
  const lists = await Promise.all(itemSections.map((section) => itemRows(ctx, section, row._id)));
  const items = Object.fromEntries(
    itemSections.map((section, position) => [section, lists[position]]),
  ) as StoredProfile['items'];
  return {
    row,
    items,
    photo: await findPhoto(ctx, row._id),
    profile: assemble(row, items),
    status: account?.status ?? 'deactivated',
  };
}

function itemRows(
  ctx: QueryCtx | MutationCtx,
  section: ItemSection,
  profileId: Id<'profiles'>,
): Promise<Doc<ItemTable>[]> {
  return ctx.db
    .query(itemTables[section])
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(listSections[section].max);
}

function assemble(row: Doc<'profiles'>, items: StoredProfile['items']): OwnProfile {
  const { handle, role, settings, versions, identity, about, contact, availability, links } = row;
  const lists = Object.fromEntries(itemSections.map((section) => [section, items[section].map(itemOf)]));
  return {
    handle,
    role,
    settings,
    versions,
    sections: { identity, about, contact, availability, links, ...lists } as Sections,
  };
}

/** The item in a row, without the row's own fields. */
export function itemOf(row: Doc<ItemTable>): Record<string, unknown> & { id: string } {
  const { _id, _creationTime, profileId, order, ...item } = row;
  return item;
}
