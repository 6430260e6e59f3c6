/** Handlers of the public HTTP routes: profiles as anyone on the web may see them. */
import { contract, parseArgs } from '@gigsy/schema';
import { internal } from '../_generated/api.js';
import { httpAction } from '../_generated/server.js';
import { emptyResponse, jsonResponse, problemResponse, refusalResponse } from '../model/contract/problem.js';
import { refuseEnded } from '../model/operations/keys.js';
import { stagedAnswer } from '../model/profile/sandbox.js';

const PREFIX = '/v1/profiles/';

/**
 * `GET /v1/profiles/{handle}?key=pk_...`: the public view with a strong ETag; 304 when the caller has it already. A key
 * is checked before anything is looked up, so its refusals are the same for every handle; without one, anyone may read.
 */
export const getPublicProfile = httpAction(async (ctx, request) => {
  const parsed = parseArgs(contract.profile.get.args, { handle: handleIn(request.url) });
  if (!parsed.ok) return problemResponse('invalid_argument', parsed.error.message, { fields: parsed.error.fields ?? [] });
  const { handle } = parsed.value;
  const key = new URL(request.url).searchParams.get('key');
  if (key !== null) {
    try {
      const { endsAt } = await ctx.runQuery(internal.operations.keys.admit, { key, origin: request.headers.get('Origin') });
      refuseEnded(key, endsAt);
    } catch (refused) {
      return refusalResponse(refused, { Vary: 'Origin' });
    }
  }
  const view = await stagedAnswer(handle, () => ctx.runQuery(internal.profile.views.publicView, { handle }));
  if (view instanceof Response) return view;
  const shared = { 'Cache-Control': 'no-cache', ...(key !== null && { Vary: 'Origin' }) };
  if (!view) return problemResponse('not_found', 'There is no public profile under this handle.', { headers: shared });
  const headers = { ETag: `"${view.etag}"`, ...shared };
  if (isKnown(request.headers.get('If-None-Match'), view.etag)) return emptyResponse(304, headers);
  return jsonResponse(view.body, headers);
});

/** `GET /v1`: where live clients connect. */
export const describeDeployment = httpAction(async () =>
  jsonResponse({ name: 'gigsy', version: 1, convex: process.env.CONVEX_CLOUD_URL }, { 'Cache-Control': 'public, max-age=300' }));

const READ = 'GET, HEAD, OPTIONS';

export const preflight = httpAction(async () => emptyResponse(204, {
  'Access-Control-Allow-Methods': READ,
  'Access-Control-Allow-Headers': 'If-None-Match, Content-Type',
  'Access-Control-Max-Age': '86400',
}));

export const answerUnknown = httpAction(async () => problemResponse('not_found', 'There is nothing at this address.'));

export const refuseMethod = httpAction(async () =>
  problemResponse('method_not_allowed', 'This address can only be read.', { headers: { Allow: READ } }));

/** The path's last part, decoded; what cannot be decoded stays as it is and is refused as a handle. */
function handleIn(address: string): string {
  const encoded = new URL(address).pathname.slice(PREFIX.length);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** RFC 9110, 13.1.2: a list of tags or `*`, compared weakly. */
function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(`"${etag}"`);
}
