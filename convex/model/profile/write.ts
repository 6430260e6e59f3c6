/**
 * The one way to write a profile (plan A7). In one mutation: rows that changed, snapshot with its hash, audience views
 * whose bytes changed, an event and an audit row. Nothing else touches the profile tables.
 */
import {
  type AccountStatus,
  MAX_PROFILE_BYTES,
  type OwnProfile,
  type Role,
  type Sections,
  type SharedAudience,
  canonicalJson,
  sectionNames,
  sharedAudiences,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { hashOf } from '../contract/hash.js';
import { findAccount } from '../contract/principal.js';
import { appendEvent } from '../events/log.js';
import { appendAudit } from '../privacy/audit.js';
import { type Viewed, storedView } from './photo.js';
import { policyHash } from './policy.js';
import { findStoredView } from './read.js';
import {
  type ItemSection,
  type StoredProfile,
  itemOf,
  itemSections,
  itemTables,
  loadProfile,
  loadRow,
  rowsOfOtherPolicies,
} from './rows.js';
import { followPhoto } from './writePhoto.js';

/** Who writes, by which function. */
export interface Author {
  actor: Id<'accounts'> | null;
  action: string;
}

/** The account of a signed-in person, made on first need. */
export async function ensureAccount(ctx: MutationCtx, subject: string, role: Role): Promise<Doc<'accounts'>> {
  const existing = await findAccount(ctx, subject);
  if (existing) return existing;
  const id = await ctx.db.insert('accounts', { provider: 'clerk', subject, role, status: 'active' });
  return (await ctx.db.get('accounts', id))!;
}

/** The role of an account and of its profile, whose defaults in the privacy matrix follow it. */
export async function setRole(ctx: MutationCtx, account: Doc<'accounts'>, role: Role, author: Author): Promise<void> {
  if (account.role !== role) await ctx.db.patch(account._id, { role });
  const stored = account.handle === undefined ? null : await loadProfile(ctx, account.handle);
  if (stored) await replaceProfile(ctx, stored, { ...stored.profile, role }, author);
}

const STATUS_EVENTS = {
  active: 'account.restored',
  suspended: 'account.suspended',
  deactivated: 'account.deactivated',
} as const;

/**
 * Suspends, deactivates or restores an account. Its profile's views go with the same transaction, or come back, and with
 * them all that anybody but the owner reads; what the owner may do follows from the account.
 */
export async function changeStatus(
  ctx: MutationCtx,
  account: Doc<'accounts'>,
  status: AccountStatus,
  author: Author,
): Promise<void> {
  if (account.status === status) return;
  await ctx.db.patch(account._id, { status });
  const stored = account.handle === undefined ? null : await loadProfile(ctx, account.handle);
  if (stored) {
    await writeViews(ctx, stored.row._id, stored);
    await appendEvent(ctx, STATUS_EVENTS[status], stored.row._id, {});
  }
  await appendAudit(ctx, {
    ...author,
    accountId: account._id,
    ...(stored && { profileId: stored.row._id }),
    changed: ['status'],
  });
}

/** Profiles that one transaction projects anew: the largest weigh 256 KiB, their views as much each; 16 MiB may be read. */
const REFRESH_BATCH = 10;

/** Writes the views of some profiles whose views were made under another policy; true if there may be more. */
export async function refreshViews(ctx: MutationCtx): Promise<boolean> {
  const policy = await policyHash();
  const rows = await rowsOfOtherPolicies(ctx, policy, REFRESH_BATCH);
  for (const row of rows) {
    await writeViews(ctx, row._id, await loadRow(ctx, row));
    await ctx.db.patch(row._id, { policy });
  }
  return rows.length === REFRESH_BATCH;
}

/** Writes a profile that does not exist yet; its handle must be free. */
export async function insertProfile(
  ctx: MutationCtx,
  account: Doc<'accounts'>,
  profile: OwnProfile,
  action: string,
): Promise<void> {
  checkSize(profile);
  const userId = await ctx.db.insert('users', { accountId: account._id, profile, profileHash: await hashOf(profile) });
  const { handle, role, settings, versions, sections } = profile;
  const policy = await policyHash();
  const profileId = await ctx.db.insert('profiles', {
    userId,
    accountId: account._id,
    handle,
    role,
    settings,
    versions,
    policy,
    ...rowSections(sections),
  });
  for (const section of itemSections) await writeItems(ctx, profileId, section, [], sections[section]);
  const photo = await followPhoto(
    ctx,
    { profileId, accountId: account._id, handle },
    null,
    sections.identity.avatarUrl,
  );
  await writeViews(ctx, profileId, { profile, photo, status: account.status });
  await ctx.db.patch(account._id, { handle });
  await appendEvent(ctx, 'profile.created', profileId, {});
  await appendAudit(ctx, { actor: account._id, action, profileId, changed: sectionNames });
}

/** Writes `next` over `stored`: what changed and nothing else. No change at all writes nothing. */
export async function replaceProfile(
  ctx: MutationCtx,
  stored: StoredProfile,
  next: Pick<OwnProfile, 'role' | 'sections' | 'settings'>,
  author: Author,
): Promise<OwnProfile> {
  const { row, profile } = stored;
  const changedSections = sectionNames.filter((name) => {
    const [before, after] = [profile.sections[name], next.sections[name]];
    return before !== after && canonicalJson(before) !== canonicalJson(after);
  });
  const changedKeys = changedSettings(profile.settings, next.settings);
  const changed = [...changedSections, ...(changedKeys.length > 0 ? ['settings' as const] : [])];
  const facts = next.role === profile.role ? changedSections : [...changedSections, 'role'];
  if (changed.length === 0 && facts.length === 0) return profile;

  const versions = { ...profile.versions };
  for (const name of changed) versions[name] += 1;
  const { role, sections, settings } = next;
  const after: OwnProfile = { handle: profile.handle, role, sections, settings, versions };
  checkSize(after);
  await ctx.db.patch(row._id, { ...rowSections(sections), role, settings, versions, policy: await policyHash() });
  for (const section of itemSections) {
    if (changedSections.includes(section))
      await writeItems(ctx, row._id, section, stored.items[section], sections[section]);
  }
  await ctx.db.patch(row.userId, { profile: after, profileHash: await hashOf(after) });
  const { _id: profileId, accountId, handle } = row;
  const photo = await followPhoto(ctx, { profileId, accountId, handle }, stored.photo, sections.identity.avatarUrl);
  await writeViews(ctx, profileId, { profile: after, photo, status: stored.status });
  if (facts.length > 0) await appendEvent(ctx, 'profile.updated', row._id, { sections: facts });
  if (changedKeys.length > 0) await appendEvent(ctx, 'privacy.updated', row._id, { keys: changedKeys });
  await appendAudit(ctx, { ...author, profileId: row._id, changed: [...facts, ...changedKeys] });
  return after;
}

function changedSettings(before: OwnProfile['settings'], after: OwnProfile['settings']): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof typeof before>;
  return [...keys].filter((key) => before[key] !== after[key]);
}

function rowSections({ identity, about, contact, availability, links }: Sections) {
  return { identity, about, contact, availability, links };
}

function checkSize(profile: OwnProfile): void {
  const bytes = new TextEncoder().encode(canonicalJson(profile.sections)).length;
  if (bytes > MAX_PROFILE_BYTES) {
    throw refusal(
      'too_large',
      `The profile would weigh ${bytes} bytes; ${MAX_PROFILE_BYTES} are allowed. Shorten texts or lists.`,
    );
  }
}

/** Rows are matched by item id: one that did not change is not written. */
async function writeItems(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  section: ItemSection,
  before: Doc<(typeof itemTables)[ItemSection]>[],
  after: { id: string }[],
): Promise<void> {
  const table = itemTables[section];
  const rows = new Map(before.map((row) => [itemOf(row).id, row]));
  for (const [order, item] of after.entries()) {
    const row = rows.get(item.id);
    rows.delete(item.id);
    // The union of item tables is one shape to the database; the item was checked against its own section's schema.
    const fields = { ...item, profileId, order } as never;
    if (!row) await ctx.db.insert(table, fields);
    else if (row.order !== order || canonicalJson(itemOf(row)) !== canonicalJson(item))
      await ctx.db.replace(row._id, fields);
  }
  for (const row of rows.values()) await ctx.db.delete(row._id);
}

/** Rewrites the views whose bytes or policy have changed. */
export async function writeViews(ctx: MutationCtx, profileId: Id<'profiles'>, viewed: Viewed): Promise<void> {
  for (const audience of sharedAudiences) await writeView(ctx, profileId, viewed, audience);
}

async function writeView(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  viewed: Viewed,
  audience: SharedAudience,
): Promise<void> {
  const { handle } = viewed.profile;
  const before = await findStoredView(ctx, handle, audience);
  const body = storedView(viewed, audience);
  if (body === null) {
    if (before) await ctx.db.delete(before._id);
    return;
  }
  const [etag, policy] = [await hashOf(body), await policyHash()];
  if (before?.etag === etag && before.policy === policy) return;
  if (before) await ctx.db.patch(before._id, { body, etag, policy });
  else await ctx.db.insert('profileViews', { profileId, handle, audience, body, etag, policy });
}
