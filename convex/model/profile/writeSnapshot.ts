/** The snapshot of a profile, as each write leaves it: made anew, or taken away once the snapshots of the cohort are retired. */
import { type OwnProfile, snapshotOf } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { type ProfileHashes, hashesOf } from './hashes.js';
import { type Placed, placeOf } from './phase.js';
import { profileOfRows, snapshotRow } from './rows.js';
import { holdOlderHandle } from './writeHandle.js';

/** Prints a value as canonical JSON. */
type Write = (value: unknown) => string;

/** For a profile that does not exist yet. `older` is the row whose snapshot the profile was made of, if there is one. */
export async function insertSnapshot(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  profile: OwnProfile,
  { write, older }: { write: Write; older?: Id<'users'> | undefined },
): Promise<Id<'users'>> {
  const { phase } = await placeOf(ctx, { accountId, role: profile.role });
  const made = phase === 'retired' ? {} : { profile: snapshotOf(profile) };
  const user = { accountId, ...made, hashes: await hashesOf(profile, { write }) };
  if (!older) return ctx.db.insert('users', user);
  await ctx.db.replace('users', older, user);
  return older;
}

/**
 * `profile` is the profile of `row` after the write, and `changed` names the parts that differ; `before` are the hashes until now, if
 * they have been read. Its role decides on the cohort.
 * The hashes stay when the snapshot goes: the rows are compared with them.
 */
export async function writeSnapshot(
  ctx: MutationCtx,
  row: Doc<'profiles'>,
  profile: OwnProfile,
  { write, before, changed }: { write: Write; before: ProfileHashes | undefined; changed: readonly string[] },
): Promise<void> {
  const { _id, accountId, userId } = row;
  const { phase } = await placeOf(ctx, { accountId, role: profile.role });
  const known = before ?? (await snapshotRow(ctx, row))?.hashes;
  const hashes = await hashesOf(profile, { write, before: known, changed });
  const made = phase === 'retired' ? undefined : snapshotOf(profile);
  await ctx.db.patch('users', userId, { profile: made, hashes, profileHash: undefined });
  if (!known) await holdOlderHandle(ctx, _id, profile.handle);
  await compareSoon(ctx, { _id, accountId, role: profile.role });
}

/** Gives a snapshot of an older version its hashes, and its handle a record. It must be what the rows hold. */
export async function addHashes(ctx: MutationCtx, row: Doc<'profiles'>): Promise<void> {
  const hashes = await hashesOf(await profileOfRows(ctx, row));
  await ctx.db.patch('users', row.userId, { hashes, profileHash: undefined });
  await holdOlderHandle(ctx, row._id, row.handle);
}

/** A snapshot that is no longer written must not stay: it would be old after the next write. */
export async function removeSnapshot(ctx: MutationCtx, row: Doc<'profiles'>): Promise<void> {
  if ((await snapshotRow(ctx, row))?.profile)
    await ctx.db.patch('users', row.userId, { profile: undefined, profileHash: undefined });
}

/**
 * While the cohort's reads are shadowed, each write has both reads compared, in a transaction of its own after it: queries
 * cannot record what they find, and the write need not read all rows.
 */
export async function compareSoon(ctx: MutationCtx, person: Placed & { _id: Id<'profiles'> }): Promise<void> {
  const { phase } = await placeOf(ctx, person);
  if (phase === 'shadow-read')
    await ctx.scheduler.runAfter(0, internal.profile.cutover.compare, { profile: person._id });
}
