/** The edits that owners make to their profiles, up to the point where the write path takes over. */
import {
  type Changes,
  HANDLE_COOLDOWN_MS,
  type ListSection,
  type NewSections,
  type Operation,
  type OwnProfile,
  RESTORABLE_MS,
  type Role,
  type SectionName,
  type Sections,
  type Versions,
  applyChanges,
  applyOperations,
  differencesOfChanges,
  differencesOfOperations,
  emptySections,
  randomHex,
  refusedFields,
  sectionNames,
  versionsOfNew,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { type Principal, isMember } from '../contract/principal.js';
import type { ProfilePart, StoredProfile } from './rows.js';
import { isFree, lastLeft } from './rowsHandles.js';
import { findRemoved } from './rowsRemoved.js';
import { profilePart, profileSource } from './source.js';
import { type Replaced, ensureAccount, insertProfile, replaceProfile } from './write.js';

/** Sixteen hex digits: an item's id must be unique in its list. */
export function newItemId(): string {
  return randomHex(8);
}

/** A person with an account keeps its role. A newcomer chooses one. */
export async function createProfile(
  ctx: MutationCtx,
  principal: Principal,
  given: { handle: string; role: Role; sections: NewSections },
): Promise<{ profileId: Id<'profiles'>; profile: OwnProfile }> {
  if (!isMember(principal) && principal.kind !== 'newcomer') throw refusal('unauthenticated', 'Sign in first.');
  if (isMember(principal) && principal.account.handle)
    throw refusal('profile_exists', 'You have a profile already; update it instead.');
  if (!(await isFree(ctx, given.handle, null))) throw unavailable();
  const account = isMember(principal) ? principal.account : await ensureAccount(ctx, principal.subject, given.role);
  const sections = applyChanges(emptySections(given.sections.identity.displayName), given.sections, newItemId);
  const profile: OwnProfile = {
    handle: given.handle,
    role: account.role,
    sections,
    settings: {},
    versions: versionsOfNew(),
  };
  return { profileId: await insertProfile(ctx, account, profile), profile };
}

/** The caller's own profile, to be changed. */
export async function ownProfile(ctx: MutationCtx, principal: Principal): Promise<StoredProfile> {
  if (isMember(principal) && principal.account.handle) {
    const stored = await profileSource(ctx, principal.account.handle);
    if (stored) return stored;
  }
  throw noProfile();
}

/** The sections of the caller's own profile that are to be changed. */
async function ownPart(
  ctx: MutationCtx,
  principal: Principal,
  sections: readonly SectionName[],
): Promise<{ stored: ProfilePart; before: Sections }> {
  const handle = isMember(principal) ? principal.account.handle : undefined;
  const stored = handle === undefined ? null : await profilePart(ctx, handle, sections);
  if (!stored) throw noProfile();
  // Changes, operations and their conflicts look at the sections that they name and at no others.
  return { stored, before: stored.profile.sections as Sections };
}

function noProfile() {
  return refusal('not_found', 'You have no profile yet; create one first.');
}

export async function updateProfile(
  ctx: MutationCtx,
  principal: Principal,
  given: { changes: Changes; expected: Partial<Record<SectionName, number | undefined>> },
): Promise<Replaced & { profileId: Id<'profiles'> }> {
  const named = sectionNames.filter((name) => given.changes[name] !== undefined);
  const { stored, before } = await ownPart(ctx, principal, named);
  checkVersions(stored.profile.versions, given.expected, (section) =>
    differencesOfChanges(before, given.changes, section as SectionName),
  );
  const sections = applyChanges(before, given.changes, newItemId);
  return { profileId: stored.row._id, ...(await replaceProfile(ctx, stored, { ...stored.profile, sections })) };
}

/** `ids` has the id of each operation's item; null for an operation on an object section. */
export async function editProfile(
  ctx: MutationCtx,
  principal: Principal,
  given: { operations: Operation[]; expected: Partial<Record<SectionName, number | undefined>> },
): Promise<Replaced & { profileId: Id<'profiles'>; ids: (string | null)[] }> {
  const named = [...new Set(given.operations.map(({ section }) => section))];
  const { stored, before } = await ownPart(ctx, principal, named);
  checkVersions(stored.profile.versions, given.expected, (section) =>
    differencesOfOperations(before, given.operations, section as SectionName),
  );
  const removed = await removedItems(ctx, stored.profileId, given.operations);
  const { sections, ids, faults } = applyOperations(before, given.operations, { newId: newItemId, removed });
  if (faults.length > 0) throw new ConvexError(refusedFields(faults));
  return { profileId: stored.profileId, ids, ...(await replaceProfile(ctx, stored, { ...stored.profile, sections })) };
}

/** The items that the operations restore, to look up. */
async function removedItems(ctx: MutationCtx, profileId: Id<'profiles'>, operations: readonly Operation[]) {
  const found = new Map<string, Sections[ListSection][number]>();
  for (const operation of operations) {
    if (operation.op !== 'restore') continue;
    const row = await findRemoved(ctx, profileId, operation.section, operation.id);
    if (row && row._creationTime > Date.now() - RESTORABLE_MS) found.set(`${row.section} ${row.itemId}`, row.item);
  }
  return (section: ListSection, id: string) => found.get(`${section} ${id}`);
}

/** Gives the caller's profile another handle. The cool-down is checked first, so that its refusal tells nothing of the wanted handle. */
export async function changeHandle(
  ctx: MutationCtx,
  principal: Principal,
  handle: string,
): Promise<Replaced & { profileId: Id<'profiles'> }> {
  const stored = await ownProfile(ctx, principal);
  const { profileId, profile } = stored;
  const left = await lastLeft(ctx, profileId);
  const retryAfterMs = left === undefined ? 0 : left + HANDLE_COOLDOWN_MS - Date.now();
  if (retryAfterMs > 0)
    throw refusal('handle_cooling_down', 'The handle was changed less than 30 days ago.', { retryAfterMs });
  if (handle !== profile.handle && !(await isFree(ctx, handle, profileId))) throw unavailable();
  return { profileId, ...(await replaceProfile(ctx, stored, { ...profile, handle })) };
}

function unavailable() {
  return refusal('handle_unavailable', 'This handle cannot be had; choose another.', {
    fields: [{ path: 'handle', code: 'unavailable', message: 'cannot be had' }],
  });
}

/**
 * Throws a conflict that names each section that has changed since the caller read it. `differences` names what the
 * caller wanted otherwise than it is.
 */
export function checkVersions(
  current: Versions,
  expected: Partial<Record<keyof Versions, number | undefined>>,
  differences: (name: keyof Versions) => string[],
): void {
  const stale = (Object.keys(expected) as (keyof Versions)[]).filter(
    (name) => expected[name] !== undefined && current[name] !== expected[name],
  );
  if (stale.length === 0) return;
  throw refusal('version_conflict', `Changed meanwhile: ${stale.join(', ')}. Read again and retry.`, {
    fields: stale.map((name) => ({
      path: `expected.${name}`,
      code: 'stale',
      message: `is at version ${current[name]}`,
    })),
    conflicts: stale.map((name) => ({ section: name, version: current[name], fields: differences(name) })),
  });
}
