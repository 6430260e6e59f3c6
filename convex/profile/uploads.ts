/** Handlers of the route that takes uploaded pictures. */
import { MAX_PHOTO_BYTES, photoFaults, routes } from '@gigsy/schema';
import { internal } from '../_generated/api.js';
import { jsonResponse, problemResponse } from '../model/contract/problem.js';
import { allowRequests, implementRoute, refuseMethods } from '../model/door/route.js';
import { uploadAt } from '../model/profile/photo.js';
import { checkedPicture, storeFile } from '../model/profile/picture.js';

const { upload, preflightUpload, refuseGetUpload, refusePutUpload, refusePatchUpload, refuseDeleteUpload } =
  routes.profile;

/**
 * `POST /v1/uploads/{token}`: a picture, its bytes alone as the body. It is checked and freed of its metadata before
 * anything is stored. Any page may send it: the unguessable address is the right to.
 */
export const takeUpload = implementRoute(upload, async (ctx, request) => {
  const token = uploadAt(new URL(request.url).pathname);
  if (token === undefined || !(await ctx.runQuery(internal.profile.photos.waits, { token }))) return nobodyWaits();
  if (Number(request.headers.get('Content-Length')) > MAX_PHOTO_BYTES) return refused('too_large');
  const picture = checkedPicture(new Uint8Array(await request.arrayBuffer()));
  if ('fault' in picture) return refused(picture.fault === 'too_large' ? 'too_large' : 'not_a_picture');
  const file = await storeFile(ctx, picture);
  const kept = await ctx.runMutation(internal.profile.photos.uploaded, { token, file });
  return kept ? jsonResponse({ storageId: file.id }, { 'Cache-Control': 'no-store' }) : nobodyWaits();
});

function nobodyWaits(): Response {
  return problemResponse('not_found', 'No upload is awaited here: it is done, or over. Begin another.');
}

function refused(fault: 'too_large' | 'not_a_picture'): Response {
  if (fault === 'too_large') return problemResponse('too_large', photoFaults.too_large);
  const message = 'The file is not a PNG, JPEG, WebP, GIF or AVIF picture, or it is broken.';
  return problemResponse('invalid_argument', message, { fields: [{ path: '', message: 'is not a picture' }] });
}

const POST_ALONE = 'POST, OPTIONS';

export const preflight = allowRequests(preflightUpload, POST_ALONE, 'Content-Type');

export const refusals = refuseMethods(
  [refuseGetUpload, refusePutUpload, refusePatchUpload, refuseDeleteUpload],
  POST_ALONE,
  'This address takes POST alone.',
);
