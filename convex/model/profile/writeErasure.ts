/** Erases the rows of a profile and what an account holds beside its name. Part of the write path. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { type ItemSection, findPhoto, findProfileById, findSnapshots, findStrength, itemTables } from './rows.js';
import { erasedHandle, findHandle, handlesOf } from './rowsHandles.js';
import { removedUpTo } from './rowsRemoved.js';
import { uploadsOf } from './rowsUploads.js';
import { removePhoto } from './writePhoto.js';
import { removeUpload } from './writeUpload.js';

export async function eraseItems(
  ctx: MutationCtx,
  section: ItemSection,
  profileId: Id<'profiles'>,
  count: number,
): Promise<number> {
  const rows = await ctx.db
    .query(itemTables[section])
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(count);
  for (const { _id } of rows) await ctx.db.delete(itemTables[section], _id);
  return rows.length;
}

/** The picture with its file. */
export async function erasePhoto(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<number> {
  const photo = await findPhoto(ctx, profileId);
  if (photo) await removePhoto(ctx, photo);
  return photo ? 1 : 0;
}

export async function eraseUploads(ctx: MutationCtx, accountId: Id<'accounts'>, count: number): Promise<number> {
  const uploads = await uploadsOf(ctx, accountId, count);
  for (const upload of uploads) await removeUpload(ctx, upload);
  return uploads.length;
}

/** Keeps the handles from others in a form that does not say them. */
export async function eraseHandles(ctx: MutationCtx, profileId: Id<'profiles'>, count: number): Promise<number> {
  const held = (await handlesOf(ctx, profileId)).slice(0, count);
  for (const { _id, handle } of held) {
    const erased = await erasedHandle(handle);
    // A person may have had several handles of one form. One row is enough to keep them all.
    if (await findHandle(ctx, erased)) await ctx.db.delete('profileHandles', _id);
    else await ctx.db.patch('profileHandles', _id, { handle: erased, skeleton: erased, state: 'retired' });
  }
  return held.length;
}

export async function eraseStrength(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<number> {
  const strength = await findStrength(ctx, profileId);
  if (strength) await ctx.db.delete('profileStrengths', strength._id);
  return strength ? 1 : 0;
}

export async function eraseRemoved(ctx: MutationCtx, profileId: Id<'profiles'>, count: number): Promise<number> {
  const rows = await removedUpTo(ctx, profileId, Infinity, count);
  for (const { _id } of rows) await ctx.db.delete('profileRemovedItems', _id);
  return rows.length;
}

export async function eraseSnapshots(ctx: MutationCtx, accountId: Id<'accounts'>, count: number): Promise<number> {
  const rows = await findSnapshots(ctx, accountId, count);
  for (const { _id } of rows) await ctx.db.delete('users', _id);
  return rows.length;
}

export async function eraseProfileRow(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<number> {
  if (!(await findProfileById(ctx, profileId))) return 0;
  await ctx.db.delete('profiles', profileId);
  return 1;
}

/**
 * Leaves a tombstone of the account: the subject, so that nobody comes back by a late delivery of the identity provider or
 * by a token that is still valid. Counts nothing, since no document goes.
 */
export async function emptyAccount(ctx: MutationCtx, { _id }: Doc<'accounts'>): Promise<void> {
  await ctx.db.patch('accounts', _id, { handle: undefined, deletion: undefined, withheld: undefined });
}
