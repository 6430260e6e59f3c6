/**
 * Pictures of profiles: what their owners do, reports of the action that fetches them, and the files for the routes that
 * take and serve them.
 */
import { type PhotoFault, contract, photoFaults } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import type { Doc, Id } from '../_generated/dataModel.js';
import { type MutationCtx, internalMutation, internalQuery } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { memberAccount } from '../model/contract/principal.js';
import { implementMutation } from '../model/door/implement.js';
import { disclosed } from '../model/privacy/disclosures.js';
import { writeViews } from '../model/privacy/views.js';
import { ownProfile } from '../model/profile/edit.js';
import { photoShown, uploadAddress } from '../model/profile/photo.js';
import { findServedPhoto } from '../model/profile/read.js';
import { type StoredProfile, handlesAfter, photoWaiting } from '../model/profile/rows.js';
import { profileSource } from '../model/profile/source.js';
import { profileViews } from '../model/profile/views.js';
import { failPhoto, followPhoto, keepPhoto } from '../model/profile/writePhoto.js';
import { purgeOn, purging } from '../model/privacy/purges.js';
import {
  beginUpload,
  expireUploads as expire,
  finishUpload,
  keepUpload,
  removeOwnPhoto,
  waitingUpload,
} from '../model/profile/writeUpload.js';
import { viewAddress } from '../tables/privacy.js';

const fileValidator = v.object({ id: v.id('_storage'), type: v.string(), hash: v.string() });

const { photos } = contract.profile;

export const begin = implementMutation(photos.begin, async (ctx, { principal }) => {
  const account = memberAccount(principal);
  if (account.handle === undefined) throw refusal('not_found', 'You have no profile yet; create one first.');
  const { token, expiresAt } = await beginUpload(ctx, account._id);
  return { answer: { address: uploadAddress(token), expiresAt }, audit: { subject: account._id, changed: ['upload'] } };
});

export const finish = implementMutation(photos.finish, async (ctx, { principal, args: { storageId } }) =>
  withPhoto(await finishUpload(ctx, await ownProfile(ctx, principal), storageId)),
);

export const remove = implementMutation(photos.remove, async (ctx, { principal }) =>
  withPhoto(await removeOwnPhoto(ctx, await ownProfile(ctx, principal))),
);

function withPhoto({ profileId: subject, profile: { handle, versions }, photo }: StoredProfile) {
  const answer = { handle, versions, photo: photo && photoShown(photo) };
  return { answer, audit: { subject, changed: ['photo'] } };
}

/** Whether the address with this token waits for a file. */
export const waits = internalQuery({
  args: { token: v.string() },
  returns: v.boolean(),
  handler: async (ctx, { token }) => (await waitingUpload(ctx, token)) !== null,
});

/** Keeps a file for its upload. False if nobody waits for it any more. */
export const uploaded = internalMutation({
  args: { token: v.string(), file: fileValidator },
  returns: v.boolean(),
  handler: (ctx, { token, file }) => keepUpload(ctx, token, file),
});

/** Deletes uploads that were not finished in time. A cron starts it. */
export const expireUploads = internalMutation({
  ...purging,
  handler: async (ctx, { after = 0 }): Promise<null> =>
    purgeOn(ctx, 'uploads', await expire(ctx, after), internal.profile.photos.expireUploads),
});

/** The address to fetch the picture from, which its host learns from now on; null if the picture is no longer wanted. */
export const beginFetch = internalMutation({
  args: { photo: v.id('profilePhotos') },
  returns: v.union(v.null(), v.string()),
  handler: async (ctx, args): Promise<string | null> => {
    const photo = await photoWaiting(ctx, args.photo);
    const address = photo?.source ?? photo?.provided ?? null;
    if (photo && address !== null)
      await disclosed(ctx, { to: 'pictureHost', subject: { kind: 'profile', id: photo.profileId } });
    return address;
  },
});

/** Keeps the file of a picture, or deletes it if the picture is no longer waited for. */
export const keep = internalMutation({
  args: { photo: v.id('profilePhotos'), file: fileValidator },
  returns: v.null(),
  handler: async (ctx, { photo: id, file }) => {
    const photo = await photoWaiting(ctx, id);
    if (!photo) {
      await ctx.storage.delete(file.id);
      return null;
    }
    await keepPhoto(ctx, photo, file);
    await showAnew(ctx, photo);
    return null;
  },
});

/** Records why a picture could not be fetched. */
export const fail = internalMutation({
  args: {
    photo: v.id('profilePhotos'),
    fault: v.union(...(Object.keys(photoFaults) as PhotoFault[]).map((fault) => v.literal(fault))),
  },
  returns: v.null(),
  handler: async (ctx, { photo: id, fault }) => {
    const photo = await photoWaiting(ctx, id);
    if (photo) await failPhoto(ctx, photo, fault);
    return null;
  },
});

/** Ends the wait for an action that was lost: Convex runs an action at most once. */
export const overdue = internalMutation({
  args: { photo: v.id('profilePhotos'), attempts: v.number() },
  returns: v.null(),
  handler: async (ctx, { photo: id, attempts }) => {
    const photo = await photoWaiting(ctx, id);
    if (photo?.attempts === attempts) await failPhoto(ctx, photo, 'unreachable');
    return null;
  },
});

/** The picture at an address. Null if there is none, for any reason. */
export const served = internalQuery({
  args: viewAddress,
  returns: v.union(v.null(), fileValidator),
  handler: async (ctx, { audience, token }): Promise<{ id: Id<'_storage'>; type: string; hash: string } | null> =>
    (await findServedPhoto(ctx, audience, token)) ?? null,
});

/** Profiles that one transaction of `collect` goes through; each may hold 543 documents. */
const COLLECTED = 20;

/**
 * Requests the pictures of profiles that are older than the fetching of pictures, and takes their owners' addresses out of
 * the stored views. An operator runs it once after that upgrade. It goes on by itself; a second run finds nothing to do.
 */
export const collect = internalMutation({
  args: { after: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { after = '' }): Promise<null> => {
    const handles = await handlesAfter(ctx, after, COLLECTED);
    for (const handle of handles) {
      const stored = (await profileSource(ctx, handle))!;
      const {
        row: { _id: profileId, accountId },
        profile,
      } = stored;
      const photo = await followPhoto(
        ctx,
        { profileId, accountId, handle },
        stored.photo,
        profile.sections.identity.avatarUrl,
      );
      await writeViews(ctx, profileViews, { ...stored, photo });
    }
    const last = handles[COLLECTED - 1];
    if (last !== undefined) await ctx.scheduler.runAfter(0, internal.profile.photos.collect, { after: last });
    return null;
  },
});

async function showAnew(ctx: MutationCtx, { handle }: Doc<'profilePhotos'>): Promise<void> {
  const stored = await profileSource(ctx, handle);
  if (stored) await writeViews(ctx, profileViews, stored);
}
