/** Badges as documents of their own, for everybody. */
import { type BadgeEntry, badgeEntrySchema, contract, openBadgeOf, parseArgs, routes } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalQuery } from '../_generated/server.js';
import { isKnown } from '../model/contract/entityTag.js';
import { hashOf } from '../model/contract/hash.js';
import { emptyResponse, jsonResponse, problemResponse } from '../model/contract/problem.js';
import { implementRoute } from '../model/door/route.js';
import { publicBadge } from '../model/portfolio/read.js';
import { convexObject } from '../tables/contract.js';

/**
 * `GET /v1/badges/{handle}/{id}`: the badge as Open Badges 3.0, with a strong ETag; 304 when the caller has it already, 308 to
 * the handle that the person has now, if they have left this one. Every other address has one answer.
 */
export const getBadge = implementRoute(routes.portfolio.badge, async (ctx, request) => {
  const { pathname } = new URL(request.url);
  const [handle = '', id = '', ...more] = pathname.slice(routes.portfolio.badge.path.length).split('/');
  const known = more.length === 0 && parseArgs(contract.portfolio.get.args, { handle }).ok;
  const found = known ? await ctx.runQuery(internal.portfolio.badges.find, { handle, id }) : null;
  const shared = { 'Cache-Control': 'no-cache' };
  if (!found) return problemResponse('not_found', 'There is no public badge at this address.', { headers: shared });
  const path = `${routes.portfolio.badge.path}${found.handle}/${id}`;
  if (found.handle !== handle) return emptyResponse(308, { Location: path, ...shared });
  const site = process.env.CONVEX_SITE_URL;
  const document = openBadgeOf(found.badge, {
    address: `${site}${path}`,
    profile: `${site}${routes.profile.read.path}${handle}`,
  });
  const etag = await hashOf(document);
  const headers = { ETag: `"${etag}"`, ...shared };
  if (isKnown(request.headers.get('If-None-Match'), etag)) return emptyResponse(304, headers);
  return jsonResponse(document, { ...headers, 'Content-Type': 'application/ld+json' });
});

export const find = internalQuery({
  args: { handle: v.string(), id: v.string() },
  returns: v.union(v.null(), v.object({ handle: v.string(), badge: convexObject<BadgeEntry>(badgeEntrySchema) })),
  handler: (ctx, { handle, id }) => publicBadge(ctx, handle, id),
});
