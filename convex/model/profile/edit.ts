/** The edits that owners make to their profiles, up to the point where the write path takes over. */
import {
  type Changes,
  type NewSections,
  type OwnProfile,
  type Role,
  type SectionName,
  type Versions,
  applyChanges,
  emptySections,
  isReservedHandle,
  randomHex,
  versionsOfNew,
} from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { type Principal, isMember } from '../contract/principal.js';
import { type StoredProfile, findProfileRow } from './rows.js';
import { profileSource } from './source.js';
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
  if (isReservedHandle(given.handle) || (await findProfileRow(ctx, given.handle))) {
    throw refusal('handle_unavailable', 'This handle cannot be had; choose another.', {
      fields: [{ path: 'handle', message: 'cannot be had' }],
    });
  }
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
  throw refusal('not_found', 'You have no profile yet; create one first.');
}

export async function updateProfile(
  ctx: MutationCtx,
  principal: Principal,
  given: { changes: Changes; expected: Partial<Record<SectionName, number | undefined>> },
): Promise<Replaced & { profileId: Id<'profiles'> }> {
  const stored = await ownProfile(ctx, principal);
  checkVersions(stored.profile.versions, given.expected);
  const sections = applyChanges(stored.profile.sections, given.changes, newItemId);
  return { profileId: stored.row._id, ...(await replaceProfile(ctx, stored, { ...stored.profile, sections })) };
}

/** Throws a conflict that names each section that has changed since the caller read it. */
export function checkVersions(current: Versions, expected: Partial<Record<keyof Versions, number | undefined>>): void {
  const stale = Object.entries(expected).filter(
    ([name, version]) => version !== undefined && current[name as keyof Versions] !== version,
  );
  if (stale.length === 0) return;
  throw refusal(
    'version_conflict',
    `Changed meanwhile: ${stale.map(([name]) => name).join(', ')}. Read again and retry.`,
    {
      fields: stale.map(([name]) => ({
        path: `expected.${name}`,
        message: `is at version ${current[name as keyof Versions]}`,
      })),
    },
  );
}
