/** Handlers of the public HTTP routes: profiles as anybody on the web may see them, and pictures. */
import { contract, parseArgs, routes } from '@gigsy/schema';
import { internal } from '../_generated/api.js';
import { bytesResponse, emptyResponse, jsonResponse, problemResponse } from '../model/contract/problem.js';
import { isKnown } from '../model/contract/entityTag.js';
import { implementRoute } from '../model/door/route.js';
import { refusedPage } from '../model/operations/page.js';
import { photoAt } from '../model/profile/photo.js';
import { countSeen } from '../model/profile/seen.js';
import { readerFor } from '../model/profile/readers.js';

const PREFIX = routes.profile.read.path;

/**
 * `GET /v1/profiles/{handle}?key=pk_...`: the public view with a strong ETag; 304 when the caller has it already, 308 to the
 * handle that the person has now, if they have left this one. A key is checked before anything is looked up, so its
 * refusals are the same for every handle; without one, anyone may read.
 */
export const getPublicProfile = implementRoute(routes.profile.read, async (ctx, request) => {
  const parsed = parseArgs(contract.profile.get.args, { handle: handleIn(request.url) });
  if (!parsed.ok)
    return problemResponse('invalid_argument', parsed.error.message, { fields: parsed.error.fields ?? [] });
  const { handle } = parsed.value;
  const key = new URL(request.url).searchParams.get('key');
  const refused = await refusedPage(ctx, key, request.headers.get('Origin'));
  if (refused) return refused;
  const view = await readerFor(handle).publicView(ctx, handle);
  if (view instanceof Response) return view;
  const shared = { 'Cache-Control': 'no-cache', ...(key !== null && { Vary: 'Origin' }) };
  if (!view) return problemResponse('not_found', 'There is no public profile under this handle.', { headers: shared });
  if (view.body.handle !== handle) {
    const { search } = new URL(request.url);
    return emptyResponse(308, { Location: `${PREFIX}${view.body.handle}${search}`, ...shared });
  }
  await countSeen(ctx, [handle]);
  const headers = { ETag: `"${view.etag}"`, ...shared };
  if (isKnown(request.headers.get('If-None-Match'), view.etag)) return emptyResponse(304, headers);
  return jsonResponse(view.body, headers);
});

/**
 * `GET /v1/photos/{audience}/{token}`: the picture in a view. A browser may keep it for an hour; a shared cache may
 * not, since the owner can hide it. All addresses without a picture have one answer.
 */
export const getPhoto = implementRoute(routes.profile.photo, async (ctx, request) => {
  const at = photoAt(new URL(request.url).pathname);
  const photo = at && (await ctx.runQuery(internal.profile.photos.served, at));
  const file = photo && (await ctx.storage.get(photo.id));
  if (!photo || !file) return problemResponse('not_found', 'There is no picture at this address.');
  const headers = {
    ETag: `"${photo.hash}"`,
    'Cache-Control': 'private, max-age=3600, immutable',
    'Content-Type': photo.type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Robots-Tag': 'noindex',
  };
  if (isKnown(request.headers.get('If-None-Match'), photo.hash)) return emptyResponse(304, headers);
  return bytesResponse(file, headers);
});

/** The path's last part, decoded. A part that cannot be decoded stays as it is, and is refused as a handle. */
function handleIn(address: string): string {
  const encoded = new URL(address).pathname.slice(PREFIX.length);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
