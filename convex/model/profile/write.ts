/**
 * The one way to write a profile. One mutation writes the rows that changed, the snapshot with its hash, the views whose
 * bytes changed, and an event. Nothing else writes the tables that hold profiles.
 */
import {
  type AccountStatus,
  MAX_PROFILE_BYTES,
  type OwnProfile,
  type Role,
  type SectionName,
  type Sections,
  canonicalJson,
  canonicalWriter,
  sectionNames,
} from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { appendEvent } from '../events/log.js';
import { tellErased } from '../privacy/news.js';
import { removeViews, writeViews } from '../privacy/views.js';
import { findAccount } from './accounts.js';
import { findClerkUser } from './clerkUsers.js';
import { type ProfileHashes, bytesOfSections, hashesOf } from './hashes.js';
import {
  type ItemSection,
  type ProfilePart,
  type StoredProfile,
  itemSections,
  itemTables,
  snapshotRow,
} from './rows.js';
import { profileSource } from './source.js';
import { profileViews } from './views.js';
import { changeHandleOf, holdHandle } from './writeHandle.js';
import { writeItems } from './writeItems.js';
import { followStrength, insertStrength } from './writeStrength.js';
import { followPhoto, followProvided } from './writePhoto.js';
import { followRemovals } from './writeRemoved.js';
import { compareSoon, insertSnapshot, writeSnapshot } from './writeSnapshot.js';

/** The account of a signed-in person. Made if there is none yet. */
export async function ensureAccount(
  ctx: MutationCtx,
  subject: string,
  role: Role,
  status: 'active' | 'deleted' = 'active',
): Promise<Doc<'accounts'>> {
  const existing = await findAccount(ctx, subject);
  if (existing) return existing;
  const id = await ctx.db.insert('accounts', { provider: 'clerk', subject, role, status });
  return (await ctx.db.get('accounts', id))!;
}

/** Sets the role of an account and of its profile, whose defaults in the privacy matrix follow it. */
export async function setRole(ctx: MutationCtx, account: Doc<'accounts'>, role: Role): Promise<void> {
  if (account.role !== role) await ctx.db.patch('accounts', account._id, { role });
  const stored = account.handle === undefined ? null : await profileSource(ctx, account.handle);
  if (stored) await replaceProfile(ctx, stored, { ...stored.profile, role });
}

const STATUS_EVENTS = {
  active: 'account.restored',
  suspended: 'account.suspended',
  deactivated: 'account.deactivated',
  deleted: 'account.deleted',
} as const;

/**
 * Suspends, deactivates, restores or deletes an account; `deletion` is the one that is to come, null to call it off. The
 * same transaction deletes or makes the views of every domain; nobody but the owner reads anything else. The account
 * decides what the owner may do.
 */
export async function changeStatus(
  ctx: MutationCtx,
  account: Doc<'accounts'>,
  status: AccountStatus,
  deletion: Doc<'accounts'>['deletion'] | null = account.deletion,
): Promise<void> {
  await ctx.db.patch('accounts', account._id, { status, deletion: deletion ?? undefined });
  if (account.status === status) return;
  const stored = account.handle === undefined ? null : await profileSource(ctx, account.handle);
  if (stored) {
    await writeViews(ctx, profileViews, stored);
    await rewriteOtherViews(ctx, stored.profile.handle);
    await appendEvent(ctx, STATUS_EVENTS[status], stored.row._id, {});
    if (status === 'deleted') await tellErased(ctx, profileViews, stored.row._id);
  }
}

/**
 * Writes a profile that does not exist yet; its handle must be free. `older` is the row whose snapshot the profile was
 * made of, if there is one. Returns the profile's surrogate.
 */
export async function insertProfile(
  ctx: MutationCtx,
  account: Doc<'accounts'>,
  profile: OwnProfile,
  older?: Id<'users'>,
): Promise<Id<'profiles'>> {
  const write = canonicalWriter();
  const hashes = await hashesOf(profile, { write });
  checkSize(hashes.bytes);
  const userId = await insertSnapshot(ctx, account._id, profile, { hashes, older });
  const { handle, role, settings, versions, sections } = profile;
  const profileId = await ctx.db.insert('profiles', {
    userId,
    accountId: account._id,
    handle,
    role,
    settings,
    versions,
    ...rowSections(sections),
  });
  await holdHandle(ctx, profileId, handle);
  for (const section of itemSections) await writeItems(ctx, profileId, section, [], sections[section]);
  const owner = { profileId, accountId: account._id, handle };
  const photo =
    (await followPhoto(ctx, owner, null, sections.identity.avatarUrl)) ??
    (await followProvided(ctx, owner, null, { now: (await findClerkUser(ctx, account.subject))?.facts.picture }));
  await writeViews(
    ctx,
    profileViews,
    { profileId, profile, photo, status: account.status, withheld: account.withheld ?? [] },
    { write },
  );
  await rewriteOtherViews(ctx, handle);
  await compareSoon(ctx, { _id: profileId, accountId: account._id, role });
  await insertStrength(ctx, { profileId, accountId: account._id }, { profile, photo });
  await ctx.db.patch('accounts', account._id, { handle });
  await appendEvent(ctx, 'profile.created', profileId, {});
  return profileId;
}

/** A profile after a write, and the names of the sections, the settings, `role` and `handle` as far as they changed. */
export interface Replaced<S = Partial<Sections>> {
  profile: StoredProfile<S>['profile'];
  changed: readonly string[];
}

/**
 * Writes `next` over `stored`: only the rows that changed, and nothing if nothing changed. Both have the same sections. Those that
 * they do not have stay as they are, in the rows and in every copy. Changes of settings, role and handle need all of them, since
 * they govern every section. Items that leave can be restored, unless `restorable` is false: then none may come back either.
 */
export async function replaceProfile<S extends Partial<Sections>>(
  ctx: MutationCtx,
  stored: StoredProfile<S>,
  next: Pick<StoredProfile<S>['profile'], 'handle' | 'role' | 'sections' | 'settings'>,
  { restorable = true }: { restorable?: boolean } = {},
): Promise<Replaced<S>> {
  const { row, profile } = stored;
  const changedSections = sectionNames.filter((name) => {
    const [before, after] = [profile.sections[name], next.sections[name]];
    return before !== after && canonicalJson(before) !== canonicalJson(after);
  });
  const changedKeys = changedSettings(profile.settings, next.settings);
  const changed = [...changedSections, ...(changedKeys.length > 0 ? ['settings' as const] : [])];
  const facts = [...changedSections, ...(['role', 'handle'] as const).filter((fact) => next[fact] !== profile[fact])];
  if (changed.length === 0 && facts.length === 0) return { profile, changed: [] };

  const versions = { ...profile.versions };
  for (const name of changed) versions[name] += 1;
  const { handle, role, sections, settings } = next;
  const after = { handle, role, sections, settings, versions };
  const write = canonicalWriter();
  const user = stored.user ?? (await snapshotRow(ctx, row));
  const hashes = await hashesOf(after, { write, before: user?.hashes, changed: [...changed, ...facts, 'versions'] });
  checkSize(hashes.bytes);
  const moved = facts.includes('handle') ? await moveProfile(ctx, stored, handle) : {};
  await ctx.db.patch('profiles', row._id, { ...rowSections(sections), role, settings, versions, ...moved });
  for (const section of itemSections) {
    if (changedSections.includes(section))
      await writeItems(ctx, row._id, section, profile.sections[section] ?? [], sections[section] ?? []);
  }
  if (restorable) await followRemovals(ctx, row._id, profile.sections, sections);
  await writeSnapshot(ctx, row, after, { user, hashes });
  const { _id: profileId, accountId, formerHandles } = { ...row, ...moved };
  const owner = { profileId, accountId, handle };
  const photo = sections.identity ? await followPhoto(ctx, owner, stored.photo, sections.identity.avatarUrl) : null;
  const viewed = { profileId, profile: after, photo, status: stored.status, withheld: stored.withheld, formerHandles };
  await writeViews(ctx, profileViews, viewed, { write, sections: partial(sections) });
  if (facts.length > 0) await followStrength(ctx, row, { profile: after, photo });
  if (facts.includes('role') || facts.includes('handle') || changedKeys.length > 0)
    await rewriteOtherViews(ctx, handle, profile.handle);
  if (facts.length > 0) await appendEvent(ctx, 'profile.updated', row._id, { sections: facts });
  if (changedKeys.length > 0) await appendEvent(ctx, 'privacy.updated', row._id, { keys: changedKeys });
  return { profile: after, changed: [...facts, ...changedKeys] };
}

/** Takes the profile's views away from the handle that it leaves. Returns the fields of its row that follow. */
async function moveProfile(ctx: MutationCtx, stored: ProfilePart, handle: string): ReturnType<typeof changeHandleOf> {
  await removeViews(ctx, [profileViews], stored.profile.handle);
  return changeHandleOf(ctx, stored, handle);
}

function changedSettings(before: OwnProfile['settings'], after: OwnProfile['settings']): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof typeof before>;
  return [...keys].filter((key) => before[key] !== after[key]);
}

/** The names of the sections if they are not all that a profile has. */
function partial(sections: Partial<Sections>): SectionName[] | undefined {
  const names = sectionNames.filter((name) => sections[name] !== undefined);
  return names.length === sectionNames.length ? undefined : names;
}

/** The sections that stand on the profile's row. */
function rowSections<S extends Partial<Sections>>(sections: S): Omit<S, ItemSection> {
  const own = Object.entries(sections).filter(([name]) => !(name in itemTables));
  return Object.fromEntries(own) as Omit<S, ItemSection>;
}

function checkSize(bytesByName: NonNullable<ProfileHashes['bytes']>): void {
  const bytes = bytesOfSections(bytesByName);
  if (bytes > MAX_PROFILE_BYTES) {
    throw refusal(
      'too_large',
      `The profile would weigh ${bytes} bytes; ${MAX_PROFILE_BYTES} are allowed. Shorten texts or lists.`,
    );
  }
}

/**
 * Status, role, settings, handle and what is withheld govern every domain: the views of the domains above this one follow. `before` is the
 * handle before the change.
 */
export async function rewriteOtherViews(ctx: MutationCtx, handle: string, before = handle): Promise<void> {
  const left = before === handle ? {} : { left: before };
  await ctx.runMutation(internal.privacy.views.rewrite, { handle, except: profileViews.table, ...left });
}
