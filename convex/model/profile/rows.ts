/** The rows of a profile: the system of record behind the owner's view and every write. Read here and nowhere else. */
import {
  type AccountStatus,
  type Governing,
  type OwnProfile,
  type Sections,
  canonicalJson,
  listSections,
  upcastProfile,
  wholeVersions,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOf } from '../contract/hash.js';
import type { ViewAudience, ViewSubject } from '../privacy/readModel.js';

/** The table of each list section that has one. `links` are few and small, and stay on the profile's row. */
export const itemTables = {
  skills: 'profileSkills',
  education: 'profileEducation',
  workExperience: 'profileWorkExperience',
  projects: 'profileProjects',
  certificates: 'profileCertificates',
  awards: 'profileAwards',
  publications: 'profilePublications',
  volunteering: 'profileVolunteering',
  languages: 'profileLanguages',
} as const;
export type ItemSection = keyof typeof itemTables;
export type ItemTable = (typeof itemTables)[ItemSection];
export const itemSections = Object.keys(itemTables) as ItemSection[];

export interface StoredProfile {
  profileId: Id<'profiles'>;
  row: Doc<'profiles'>;
  photo: Doc<'profilePhotos'> | null;
  profile: OwnProfile;
  /** Of the owner's account. */
  status: AccountStatus;
  /** Handles that the owner has left and that lead here. */
  formerHandles: readonly string[] | undefined;
}

export function findProfileRow(ctx: QueryCtx | MutationCtx, handle: string): Promise<Doc<'profiles'> | null> {
  return ctx.db
    .query('profiles')
    .withIndex('by_handle', (range) => range.eq('handle', handle))
    .unique();
}

export function findProfileById(
  ctx: QueryCtx | MutationCtx,
  profileId: Id<'profiles'>,
): Promise<Doc<'profiles'> | null> {
  return ctx.db.get('profiles', profileId);
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

/** At most `count` handles after `after`, in order: a walk through all profiles. */
export async function handlesAfter(ctx: QueryCtx | MutationCtx, after: string, count: number): Promise<string[]> {
  const rows = await ctx.db
    .query('profiles')
    .withIndex('by_handle', (range) => range.gt('handle', after))
    .take(count);
  return rows.map(({ handle }) => handle);
}

/** The picture with this id while it is being fetched. Null once it has come or its owner has changed the address. */
export async function photoWaiting(
  ctx: QueryCtx | MutationCtx,
  id: Id<'profilePhotos'>,
): Promise<Doc<'profilePhotos'> | null> {
  const photo = await ctx.db.get('profilePhotos', id);
  return photo?.state === 'waiting' ? photo : null;
}

/** The picture whose address for this audience ends with this token. */
export function findPhotoByToken(
  ctx: QueryCtx,
  audience: ViewAudience,
  token: string,
): Promise<Doc<'profilePhotos'> | null> {
  const photos = ctx.db.query('profilePhotos');
  switch (audience) {
    case 'public':
      return photos.withIndex('by_public_token', (range) => range.eq('tokens.public', token)).unique();
    case 'platform':
      return photos.withIndex('by_platform_token', (range) => range.eq('tokens.platform', token)).unique();
    case 'owner':
      return photos.withIndex('by_owner_token', (range) => range.eq('tokens.owner', token)).unique();
  }
}

/** The status of the account that owns a profile. A profile without an account counts as deactivated. */
export async function statusOfOwner(
  ctx: QueryCtx | MutationCtx,
  { accountId }: Pick<Doc<'profiles'>, 'accountId'>,
): Promise<AccountStatus> {
  return (await ctx.db.get('accounts', accountId))?.status ?? 'deactivated';
}

/**
 * The owner's status, role and settings, which govern everything shown of a person: two documents. For read models of
 * other domains.
 */
export async function findGoverning(
  ctx: QueryCtx | MutationCtx,
  handle: string,
): Promise<(Required<Governing> & Pick<Doc<'profiles'>, 'handle' | 'formerHandles'> & ViewSubject) | null> {
  const row = await findProfileRow(ctx, handle);
  if (!row) return null;
  const { _id: profileId, formerHandles, role, settings } = row;
  return { profileId, handle, formerHandles, role, settings, status: await statusOfOwner(ctx, row) };
}

/**
 * The whole profile under `handle`, from its rows: at most 543 documents, with those of its picture and its account.
 */
export async function loadProfile(ctx: QueryCtx | MutationCtx, handle: string): Promise<StoredProfile | null> {
  const row = await findProfileRow(ctx, handle);
  return row && withLists(ctx, row, await listsOfRows(ctx, row));
}

/**
 * The same profile for a write, in at most five documents: the lists come from the snapshot, which every write makes of
 * the rows. A snapshot that is not of the row's last write, or that its hash does not fit, is passed over for the rows.
 */
export async function loadForWrite(ctx: MutationCtx, handle: string): Promise<StoredProfile | null> {
  const row = await findProfileRow(ctx, handle);
  return row && withLists(ctx, row, (await listsOfSnapshot(ctx, row)) ?? (await listsOfRows(ctx, row)));
}

type Lists = Pick<Sections, ItemSection>;

async function withLists(ctx: QueryCtx | MutationCtx, row: Doc<'profiles'>, lists: Lists): Promise<StoredProfile> {
  const { handle, role, settings, identity, about, contact, availability, organisation, mentoring, links } = row;
  const sections: Sections = {
    identity,
    about,
    contact,
    availability,
    organisation: organisation ?? {},
    mentoring: mentoring ?? {},
    links,
    ...lists,
  };
  return {
    profileId: row._id,
    row,
    photo: await findPhoto(ctx, row._id),
    profile: { handle, role, settings, versions: wholeVersions(row.versions), sections },
    status: await statusOfOwner(ctx, row),
    formerHandles: row.formerHandles,
  };
}

async function listsOfRows(ctx: QueryCtx | MutationCtx, { _id }: Doc<'profiles'>): Promise<Lists> {
  const rows = await Promise.all(itemSections.map((section) => itemRows(ctx, section, _id)));
  return listsFrom((_, position) => rows[position]!.map(itemOf));
}

function listsFrom(list: (section: ItemSection, position: number) => unknown[]): Lists {
  return Object.fromEntries(itemSections.map((section, position) => [section, list(section, position)])) as Lists;
}

async function listsOfSnapshot(ctx: MutationCtx, { userId, versions }: Doc<'profiles'>): Promise<Lists | null> {
  const snapshot = await ctx.db.get('users', userId);
  if (!snapshot) return null;
  const { profile, profileHash } = snapshot;
  if ((await hashOf(profile)) !== profileHash) return null;
  const last = upcastProfile(profile);
  const isLast = canonicalJson(last.versions) === canonicalJson(wholeVersions(versions));
  return isLast ? listsFrom((section) => last.sections[section]) : null;
}

export function itemRows(
  ctx: QueryCtx | MutationCtx,
  section: ItemSection,
  profileId: Id<'profiles'>,
): Promise<Doc<ItemTable>[]> {
  return ctx.db
    .query(itemTables[section])
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(listSections[section].max);
}

/** The row of one item. Of rows with the same id the first in the list counts. */
export function findItemRow(
  ctx: QueryCtx | MutationCtx,
  section: ItemSection,
  profileId: Id<'profiles'>,
  id: string,
): Promise<Doc<ItemTable> | null> {
  return ctx.db
    .query(itemTables[section])
    .withIndex('by_item', (range) => range.eq('profileId', profileId).eq('id', id))
    .first();
}

/** The item in a row, without the row's own fields. */
export function itemOf(row: Doc<ItemTable>): Record<string, unknown> & { id: string } {
  const { _id, _creationTime, profileId, order, ...item } = row;
  return item;
}
