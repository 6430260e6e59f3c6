/** The snapshot of a profile, as each write leaves it: made anew, or taken away once the snapshots of the cohort are retired. */
import { type OwnProfile, snapshotOf } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { type ProfileHashes, hashesOf } from './hashes.js';
import { type Placed, placeOf } from './phase.js';
import { type ProfilePart, profileOfRows, snapshotRow } from './rows.js';
import { holdOlderHandle } from './writeHandle.js';

/** For a profile that does not exist yet. `older` is the row whose snapshot the profile was made of, if there is one. */
export async function insertSnapshot(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  profile: OwnProfile,
  { hashes, older }: { hashes: ProfileHashes; older?: Id<'users'> | undefined },
): Promise<Id<'users'>> {
  const { phase } = await placeOf(ctx, { accountId, role: profile.role });
  const made = phase === 'retired' ? {} : { profile: snapshotOf(profile) };
  const user = { accountId, ...made, hashes };
  if (!older) return ctx.db.insert('users', user);
  await ctx.db.replace('users', older, user);
  return older;
}

/**
 * `profile` is the profile of `row` after the write, or the sections of it that were read; the others stay as they are in the snapshot of
 * `user`. Its role decides on the cohort. The hashes stay when the snapshot goes: the rows are compared with them.
 */
export async function writeSnapshot(
  ctx: MutationCtx,
  { _id, accountId, userId }: Doc<'profiles'>,
  profile: ProfilePart['profile'],
  { user, hashes }: { user: Doc<'users'> | null | undefined; hashes: ProfileHashes },
): Promise<void> {
  const { phase } = await placeOf(ctx, { accountId, role: profile.role });
  const unread = user?.profile && 'schemaVersion' in user.profile ? user.profile.sections : {};
  const whole = { ...profile, sections: { ...unread, ...profile.sections } as OwnProfile['sections'] };
  const made = phase === 'retired' ? undefined : snapshotOf(whole);
  await ctx.db.patch('users', userId, { profile: made, hashes, profileHash: undefined });
  if (!user?.hashes) await holdOlderHandle(ctx, _id, profile.handle);
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
