/** The rows of a profile: the system of record behind the owner's view and every write. Read here and nowhere else. */
import {
  type AccountStatus,
  type Governing,
  type OwnProfile,
  type SectionName,
  type Sections,
  canonicalJson,
  listSections,
  upcastProfile,
  wholeVersions,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { ViewAudience, ViewSubject } from '../privacy/readModel.js';
import { fit } from './hashes.js';

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

export interface StoredProfile<S = Sections> {
  profileId: Id<'profiles'>;
  row: Doc<'profiles'>;
  photo: Doc<'profilePhotos'> | null;
  profile: Omit<OwnProfile, 'sections'> & { sections: S };
  /** Of the owner's account. */
  status: AccountStatus;
  withheld: readonly string[];
  /** Handles that the owner has left and that lead here. */
  formerHandles: readonly string[] | undefined;
  /** The row with the hashes of the last write and its snapshot, if it has been read. */
  user?: Doc<'users'> | undefined;
}

/** A profile as far as a change of some sections needs it: no section but these has been read. */
export type ProfilePart = StoredProfile<Partial<Sections>>;

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

export function findStrength(
  ctx: QueryCtx | MutationCtx,
  profileId: Id<'profiles'>,
): Promise<Doc<'profileStrengths'> | null> {
  return ctx.db
    .query('profileStrengths')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .unique();
}

/** The strength of the profile that an account owns. */
export function findOwnStrength(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
): Promise<Doc<'profileStrengths'> | null> {
  return ctx.db
    .query('profileStrengths')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .unique();
}

/** At most `count` strengths that rules older than `rules` made. */
export function strengthsOfOlderRules(
  ctx: QueryCtx | MutationCtx,
  rules: number,
  count: number,
): Promise<Doc<'profileStrengths'>[]> {
  return ctx.db
    .query('profileStrengths')
    .withIndex('by_rules', (range) => range.lt('rules', rules))
    .take(count);
}

/** Whether a picture has this file. */
export async function namesPicture(ctx: MutationCtx, file: Id<'_storage'>): Promise<boolean> {
  const photo = await ctx.db
    .query('profilePhotos')
    .withIndex('by_file', (range) => range.eq('file.id', file))
    .first();
  return photo !== null;
}

/** At most `count` snapshots of the person's profile. There is one, if any. */
export function findSnapshots(ctx: MutationCtx, accountId: Id<'accounts'>, count: number): Promise<Doc<'users'>[]> {
  return ctx.db
    .query('users')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
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

/**
 * The status of the account that owns a profile, and the places that are withheld. A profile without an account counts as
 * deactivated.
 */
export async function accountFacts(
  ctx: QueryCtx | MutationCtx,
  { accountId }: Pick<Doc<'profiles'>, 'accountId'>,
): Promise<{ status: AccountStatus; withheld: readonly string[] }> {
  const { status = 'deactivated', withheld = [] } = (await ctx.db.get('accounts', accountId)) ?? {};
  return { status, withheld };
}

/** A person as far as read models of other domains need them. */
export type Governed = Required<Governing> &
  Pick<Doc<'profiles'>, 'accountId' | 'handle' | 'formerHandles'> &
  ViewSubject;

/**
 * The owner's status, role and settings and what is withheld, which govern everything shown of a person: two documents. For read models of
 * other domains.
 */
export async function findGoverning(ctx: QueryCtx | MutationCtx, handle: string): Promise<Governed | null> {
  const row = await findProfileRow(ctx, handle);
  if (!row) return null;
  const { _id: profileId, accountId, formerHandles, role, settings } = row;
  return { profileId, accountId, handle, formerHandles, role, settings, ...(await accountFacts(ctx, row)) };
}

/** The rows of each list. */
export type Items = Record<ItemSection, Doc<ItemTable>[]>;

/** The profile that the rows hold: at most 540 documents beside the profile's own row. */
export async function profileOfRows(ctx: QueryCtx | MutationCtx, row: Doc<'profiles'>): Promise<OwnProfile> {
  const lists = await Promise.all(itemSections.map((section) => itemRows(ctx, section, row._id)));
  return profileInRows(row, Object.fromEntries(itemSections.map((section, at) => [section, lists[at]!])) as Items);
}

/** The profile in these rows, as far as lists may go. Of items with the same id the first counts. */
export function profileInRows(row: Doc<'profiles'>, items: Items): OwnProfile {
  const lists = itemSections.map((section) => [section, listInRows(section, items[section])] as const);
  const sections = { ...sectionsOnRow(row), ...(Object.fromEntries(lists) as unknown as Pick<Sections, ItemSection>) };
  const { handle, role, settings } = row;
  return { handle, role, settings, versions: wholeVersions(row.versions), sections };
}

/** One section as the rows hold it: the profile's row, and the rows of the list if the section has such. */
export async function sectionOfRows<S extends SectionName>(
  ctx: QueryCtx | MutationCtx,
  row: Doc<'profiles'>,
  section: S,
): Promise<Sections[S]> {
  const name: SectionName = section;
  const value = isItemSection(name)
    ? listInRows(name, await itemRows(ctx, name, row._id))
    : sectionsOnRow(row)[name as Exclude<SectionName, ItemSection>];
  return value as Sections[S];
}

function isItemSection(section: SectionName): section is ItemSection {
  return section in itemTables;
}

/** The sections that stand on the profile's own row. A row from before there was a section lacks it. */
function sectionsOnRow(row: Doc<'profiles'>): Omit<Sections, ItemSection> {
  const { identity, about, contact, availability, organisation = {}, mentoring = {}, links } = row;
  return { identity, about, contact, availability, organisation, mentoring, links };
}

function listInRows(section: ItemSection, rows: readonly Doc<ItemTable>[]): { id: string }[] {
  const ids = new Set<string>();
  const single = rows.filter(({ id }) => ids.size < ids.add(id).size);
  return single.slice(0, listSections[section].max).map(itemOf);
}

/** The row that holds the snapshot, of whatever state, and the hashes. */
export function snapshotRow(ctx: QueryCtx | MutationCtx, { userId }: Doc<'profiles'>): Promise<Doc<'users'> | null> {
  return ctx.db.get('users', userId);
}

/** The profile in a snapshot. Null if it is not the last write: its hashes must fit, and its versions be those of the row. */
export async function lastWriteIn(
  { profile, hashes }: Doc<'users'>,
  { handle, versions }: Doc<'profiles'>,
): Promise<OwnProfile | null> {
  if (!profile || !hashes) return null;
  const copy = upcastProfile(profile);
  const isLast = copy.handle === handle && canonicalJson(copy.versions) === canonicalJson(wholeVersions(versions));
  return isLast && (await fit(hashes, copy)) ? copy : null;
}

/** The profile that the snapshot holds: one document. Null if there is none, or if it is not the last write. */
export async function profileOfSnapshot(ctx: QueryCtx | MutationCtx, row: Doc<'profiles'>): Promise<OwnProfile | null> {
  const snapshot = await snapshotRow(ctx, row);
  return snapshot && lastWriteIn(snapshot, row);
}

/** `profile` with what the rows say about its owner and its picture. */
export async function stored<S>(
  ctx: QueryCtx | MutationCtx,
  row: Doc<'profiles'>,
  profile: StoredProfile<S>['profile'],
): Promise<StoredProfile<S>> {
  const { _id: profileId, formerHandles } = row;
  const photo = await findPhoto(ctx, profileId);
  return { profileId, row, photo, profile, ...(await accountFacts(ctx, row)), formerHandles };
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
