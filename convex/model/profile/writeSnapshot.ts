/** The snapshot of a profile, as each write leaves it: made anew, or taken away once the snapshots of the cohort are retired. */
import { type OwnProfile, type ReadPhase, snapshotOf } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';
import { type Placed, placeOf } from './phase.js';
import { hasSnapshot } from './rows.js';

/** Prints a value as canonical JSON. */
type Write = (value: unknown) => string;

/** For a profile that does not exist yet. */
export async function insertSnapshot(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  profile: OwnProfile,
  write: Write,
): Promise<Id<'users'>> {
  const { phase } = await placeOf(ctx, { accountId, role: profile.role });
  const made = phase === 'retired' ? {} : await fieldsOf(profile, write);
  return ctx.db.insert('users', { accountId, ...made });
}

/** `profile` is the profile of `row` after the write. Its role decides on the cohort. */
export async function writeSnapshot(
  ctx: MutationCtx,
  row: Doc<'profiles'>,
  profile: OwnProfile,
  write: Write,
): Promise<void> {
  const { _id, accountId, userId } = row;
  const { phase } = await placeOf(ctx, { accountId, role: profile.role });
  if (phase === 'retired') return removeSnapshot(ctx, row);
  await ctx.db.patch('users', userId, await fieldsOf(profile, write));
  await compareIfShadowed(ctx, phase, _id);
}

async function fieldsOf(profile: OwnProfile, write: Write) {
  const snapshot = snapshotOf(profile);
  return { profile: snapshot, profileHash: await hashOfText(write(snapshot)) };
}

/** A snapshot that is no longer written must not stay: it would be old after the next write. */
export async function removeSnapshot(ctx: MutationCtx, row: Doc<'profiles'>): Promise<void> {
  if (await hasSnapshot(ctx, row))
    await ctx.db.patch('users', row.userId, { profile: undefined, profileHash: undefined });
}

/**
 * While the cohort's reads are shadowed, each write has both reads compared, in a transaction of its own after it: queries
 * cannot record what they find, and the write need not read all rows.
 */
export async function compareSoon(ctx: MutationCtx, person: Placed & { _id: Id<'profiles'> }): Promise<void> {
  await compareIfShadowed(ctx, (await placeOf(ctx, person)).phase, person._id);
}

async function compareIfShadowed(ctx: MutationCtx, phase: ReadPhase, profile: Id<'profiles'>): Promise<void> {
  if (phase === 'shadow-read') await ctx.scheduler.runAfter(0, internal.profile.cutover.compare, { profile });
}
