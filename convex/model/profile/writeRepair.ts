/**
 * Repairs a profile from its rows, which are the system of record. Part of the write path: what readers may have seen
 * otherwise gets a new version and an event.
 */
import { type OwnProfile, type Sections, type Versions, canonicalJson, sectionNames } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { appendEvent } from '../events/log.js';
import type { ReadModel } from '../privacy/readModel.js';
import { remakeViews } from '../privacy/views.js';
import { compareProfile } from './compare.js';
import { openFindings, settleFindings } from './drift.js';
import { hashesOf } from './hashes.js';
import { itemTables } from './rows.js';
import { type Copies, loadCopies, strayItems } from './rowsCopies.js';
import { eraseHandles } from './writeErasure.js';
import { followHandles } from './writeHandle.js';
import { compareSoon, insertSnapshot } from './writeSnapshot.js';

/** Rows of no profile that one transaction deletes. */
const STRAYS = 100;

/**
 * Makes all copies of a profile follow its rows, and closes the findings that are gone by that. Returns the names of the parts
 * that differed. Of doubled items the first stays. A list over its bound, and two profiles under one handle, stay as they
 * are: only a person can say what to take out.
 */
export async function repairProfile(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  models: readonly ReadModel[],
): Promise<string[]> {
  const findings = await openFindings(ctx, profileId);
  const copies = await loadCopies(ctx, profileId);
  if (copies && !copies.doubledRow) await followRows(ctx, copies);
  if (!copies) {
    for (const { section, item } of await strayItems(ctx, profileId, STRAYS))
      await ctx.db.delete(itemTables[section], item._id);
    await eraseHandles(ctx, profileId, STRAYS);
  }
  if (!copies?.doubledRow) {
    for (const model of models) await remakeViews(ctx, model, { profileId, handle: copies?.row.handle ?? null });
  }
  await settleFindings(ctx, profileId, (await compareProfile(ctx, profileId, models)).differences);
  return [...new Set(findings.flatMap(({ sections }) => sections))].sort();
}

async function followRows(ctx: MutationCtx, copies: Copies): Promise<void> {
  const { row, account, snapshot, copy, doubledItems, doubledSnapshots } = copies;
  for (const { section, item } of doubledItems) await ctx.db.delete(itemTables[section], item._id);
  for (const { _id } of doubledSnapshots) await ctx.db.delete('users', _id);
  // The account decides what its owner may do: a row must not give it another role.
  const role = account?.role ?? row.role;
  const changed = copy ? changedNames(copies.profile, copy) : [];
  const profile: OwnProfile = { ...copies.profile, role, versions: raised(copies, changed) };
  // The row with the hashes is made anew, so that none of the old ones stays.
  if (snapshot) await ctx.db.delete('users', snapshot._id);
  const userId = await insertSnapshot(ctx, row.accountId, profile, { hashes: await hashesOf(profile) });
  await ctx.db.patch('profiles', row._id, { userId, role, versions: profile.versions });
  if (account && account.handle !== row.handle) await ctx.db.patch('accounts', account._id, { handle: row.handle });
  await followHandles(ctx, row);
  await announce(ctx, copies, profile, changed);
  await compareSoon(ctx, { _id: row._id, accountId: row.accountId, role });
}

/** Names of sections, and `settings`, whose content in the snapshot is not that of the rows. */
function changedNames(rows: OwnProfile, copy: OwnProfile): (keyof Versions)[] {
  const differs = (a: unknown, b: unknown) => canonicalJson(a ?? null) !== canonicalJson(b ?? null);
  const sections = sectionNames.filter((name) => differs(rows.sections[name], copy.sections[name]));
  return differs(rows.settings, copy.settings) ? [...sections, 'settings'] : sections;
}

/** The new version is above both, so that a client that read other content under one of them gets a conflict. */
function raised({ profile, copy }: Copies, changed: readonly (keyof Versions)[]): Versions {
  const versions = { ...profile.versions };
  for (const name of changed) versions[name] = Math.max(versions[name], copy?.versions[name] ?? 0) + 1;
  return versions;
}

async function announce(
  ctx: MutationCtx,
  { row, profile: { settings }, copy }: Copies,
  { role }: OwnProfile,
  changed: readonly (keyof Versions)[],
): Promise<void> {
  const sections: string[] = changed.filter((name): name is keyof Sections => name !== 'settings');
  if (role !== row.role || (copy && copy.role !== role)) sections.push('role');
  if (sections.length > 0) await appendEvent(ctx, 'profile.updated', row._id, { sections });
  if (!changed.includes('settings')) return;
  const before: Record<string, unknown> = copy?.settings ?? {};
  const after: Record<string, unknown> = settings;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => before[key] !== after[key],
  );
  await appendEvent(ctx, 'privacy.updated', row._id, { keys });
}
