/** The route that serves files of portfolios. */
import { routes } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalQuery } from '../_generated/server.js';
import { bytesResponse, emptyResponse, problemResponse } from '../model/contract/problem.js';
import { isKnown } from '../model/contract/entityTag.js';
import { principalOf } from '../model/door/identify.js';
import { allowRequests, implementRoute } from '../model/door/route.js';
import { mediaAt } from '../model/portfolio/files/addresses.js';
import { type Served, servedFile } from '../model/portfolio/media.js';
import { viewAddress } from '../tables/privacy.js';
import { fileFacts } from '../tables/portfolio/files.js';

const { media, preflightMedia } = routes.portfolio;

/** The file at an address, for its caller. Null if there is none for them. */
export const served = internalQuery({
  args: viewAddress,
  returns: v.union(v.null(), v.object({ file: fileFacts, isPublic: v.boolean() })),
  handler: async (ctx, at): Promise<Served | null> => servedFile(ctx, await principalOf(ctx), at),
});

/**
 * `GET /v1/media/{audience}/{token}`, with a person's token for a file that is not public. A picture shows itself and runs
 * nothing; a document is for saving, so that no reader opens it as a page of this site. A browser may keep a public file for an
 * hour, and no cache keeps any other. All addresses that show the caller nothing have one answer.
 */
export const get = implementRoute(media, async (ctx, request) => {
  const at = mediaAt(new URL(request.url).pathname);
  const found = at && (await ctx.runQuery(internal.portfolio.media.served, at));
  const bytes = found && (await ctx.storage.get(found.file.id));
  if (!found || !bytes) return problemResponse('not_found', 'There is no file for you at this address.');
  const { file, isPublic } = found;
  const headers = {
    ETag: `"${file.hash}"`,
    'Content-Type': file.type,
    'Content-Disposition': file.type === 'application/pdf' ? 'attachment; filename="document.pdf"' : 'inline',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
    ...(isPublic
      ? { 'Cache-Control': 'private, max-age=3600, immutable', 'Cross-Origin-Resource-Policy': 'cross-origin' }
      : { 'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'same-origin', Vary: 'Authorization' }),
  };
  if (isKnown(request.headers.get('If-None-Match'), file.hash)) return emptyResponse(304, headers);
  return bytesResponse(bytes, headers);
});

export const preflight = allowRequests(preflightMedia, 'GET, OPTIONS', 'Authorization, If-None-Match');
