/** Handlers for sites that allow no script: the iframe page, and the oEmbed endpoint that tells how to frame it. */
import { embedPageSchema, oembedSchema, parseArgs, routes } from '@gigsy/schema';
import { jsonResponse, problemResponse } from '../model/contract/problem.js';
import { implementRoute } from '../model/door/route.js';
import {
  EMBED_PATH,
  embedHosts,
  embedHtml,
  embedPolicy,
  oembedOf,
  pageAt,
  presentation,
} from '../model/profile/embed.js';
import { readerFor } from '../model/profile/readers.js';

/**
 * `GET /v1/embed/{handle}?lang=&theme=`: a page with the card, to be framed. It reads nothing: the same bytes whether
 * the profile is public, hidden or unknown.
 */
export const getEmbedPage = implementRoute(routes.profile.embedPage, async (_, request) => {
  const hosts = embedHosts();
  if (!hosts) return notOffered();
  const { pathname, searchParams } = new URL(request.url);
  const parsed = parseArgs(embedPageSchema, {
    ...presentation(searchParams),
    handle: pathname.slice(EMBED_PATH.length),
  });
  if (!parsed.ok)
    return problemResponse('invalid_argument', parsed.error.message, { fields: parsed.error.fields ?? [] });
  return new Response(embedHtml(hosts, parsed.value), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': await embedPolicy(hosts),
      'Cache-Control': 'public, max-age=300',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
  });
});

/** `GET /v1/oembed?url=&format=&maxwidth=&maxheight=` (oEmbed 1.0): the iframe for a profile that anybody may see. */
export const getOEmbed = implementRoute(routes.profile.oembed, async (ctx, request) => {
  const hosts = embedHosts();
  if (!hosts) return notOffered();
  const parsed = parseArgs(oembedSchema, Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.ok)
    return problemResponse('invalid_argument', parsed.error.message, { fields: parsed.error.fields ?? [] });
  const { url, format, ...room } = parsed.value;
  if (format !== undefined && format !== 'json')
    return problemResponse('not_implemented', 'Only format=json is offered.');
  const page = pageAt(hosts, url);
  const view = page && (await readerFor(page.handle).publicView(ctx, page.handle));
  if (view instanceof Response) return view;
  if (!page || !view)
    return problemResponse('not_found', 'There is no public profile at this address.', {
      headers: { 'Cache-Control': 'no-cache' },
    });
  return jsonResponse(oembedOf(hosts, { ...page, handle: view.body.handle }, room), { 'Cache-Control': 'no-cache' });
});

function notOffered(): Response {
  return problemResponse(
    'not_found',
    'This deployment offers no embed page: its operator has to name the CDN in GIGSY_CDN_URL.',
  );
}
