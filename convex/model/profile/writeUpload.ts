/**
 * Pictures that people upload: an address for one upload, the file that came there, and the profile that shows it. An upload
 * that is not finished within an hour is deleted with its file. Part of the write path.
 */
import { UPLOAD_MS, randomHex } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { appendEvent } from '../events/log.js';
import { type Purged, withoutHeld } from '../privacy/holds.js';
import { writeViews } from '../privacy/views.js';
import type { PictureFile } from './picture.js';
import { type StoredProfile, findPhoto } from './rows.js';
import { findUpload, uploadsBetween, uploadsOf } from './rowsUploads.js';
import { profileViews } from './views.js';
import { replaceProfile } from './write.js';
import { followStrength } from './writeStrength.js';
import { newTokens, removePhoto } from './writePhoto.js';

/** The token at the end of the upload's address, and the time in Unix milliseconds at which it ends. */
export async function beginUpload(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
): Promise<{ token: string; expiresAt: number }> {
  const token = randomHex(16);
  await ctx.db.insert('profileUploads', { accountId, token });
  return { token, expiresAt: Date.now() + UPLOAD_MS };
}

/** The upload that waits for its file at the address with this token. Null if there is none, or it has one. */
export async function waitingUpload(ctx: QueryCtx | MutationCtx, token: string): Promise<Doc<'profileUploads'> | null> {
  const upload = await findUpload(ctx, token);
  return upload?.file ? null : upload;
}

/** Keeps the file that has come. False if nobody waits for it any more: the file is deleted then. */
export async function keepUpload(ctx: MutationCtx, token: string, file: PictureFile): Promise<boolean> {
  const upload = await waitingUpload(ctx, token);
  if (!upload || upload._creationTime + UPLOAD_MS <= Date.now()) {
    await ctx.storage.delete(file.id);
    return false;
  }
  await ctx.db.patch('profileUploads', upload._id, { file });
  return true;
}

/** Makes the uploaded file the picture of its owner's profile, in place of any other. */
export async function finishUpload(ctx: MutationCtx, stored: StoredProfile, storageId: string): Promise<StoredProfile> {
  const uploads = await uploadsOf(ctx, stored.row.accountId);
  const upload = uploads.find(({ file }) => file?.id === storageId);
  if (!upload?.file) throw refusal('not_found', 'You have no such upload: it is over, or it is your picture already.');
  await ctx.db.delete('profileUploads', upload._id);
  const { profileId, row, profile, ...rest } = await withoutPhoto(ctx, stored);
  await ctx.db.insert('profilePhotos', {
    profileId,
    handle: row.handle,
    state: 'stored',
    file: upload.file,
    attempts: 0,
    tokens: newTokens(),
  });
  const after = { ...rest, profileId, row, profile, photo: await findPhoto(ctx, profileId) };
  await writeViews(ctx, profileViews, after);
  await followStrength(ctx, row, after);
  return after;
}

/** Takes the picture off the profile, wherever it came from. */
export async function removeOwnPhoto(ctx: MutationCtx, stored: StoredProfile): Promise<StoredProfile> {
  if (!stored.photo) throw refusal('not_found', 'Your profile has no picture.');
  const after = await withoutPhoto(ctx, stored);
  await writeViews(ctx, profileViews, after);
  await followStrength(ctx, after.row, after);
  return after;
}

/** The profile without its picture and without an address for one, which would have the picture fetched again. */
async function withoutPhoto(ctx: MutationCtx, stored: StoredProfile): Promise<StoredProfile> {
  const { avatarUrl, ...identity } = stored.profile.sections.identity;
  if (avatarUrl === undefined) {
    if (stored.photo) await removePhoto(ctx, stored.photo);
    await appendEvent(ctx, 'profile.updated', stored.profileId, { sections: ['identity'] });
    return { ...stored, photo: null };
  }
  const sections = { ...stored.profile.sections, identity };
  const { profile } = await replaceProfile(ctx, stored, { ...stored.profile, sections });
  return { ...stored, profile, photo: null };
}

/** Uploads that one transaction ends. */
const BATCH = 100;

/** Deletes the uploads that were not finished in time among the next ones after `after`, but those of people who are held. */
export async function expireUploads(ctx: MutationCtx, after: number): Promise<Purged> {
  const over = await uploadsBetween(ctx, { after, before: Date.now() - UPLOAD_MS }, BATCH);
  const expired = await withoutHeld(ctx, over, async ({ accountId }) => accountId);
  for (const upload of expired) await removeUpload(ctx, upload);
  return { count: expired.length, reached: over[BATCH - 1]?._creationTime ?? null };
}

export async function removeUpload(ctx: MutationCtx, { _id, file }: Doc<'profileUploads'>): Promise<void> {
  if (file) await ctx.storage.delete(file.id);
  await ctx.db.delete('profileUploads', _id);
}
