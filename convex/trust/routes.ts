/** Handlers of the HTTP routes of the trust domain: the issuer's keys, and status lists. */
import { didDocument, routes } from '@gigsy/schema';
import { internal } from '../_generated/api.js';
import type { ActionCtx } from '../_generated/server.js';
import { isKnown } from '../model/contract/entityTag.js';
import { hashOfText } from '../model/contract/hash.js';
import { emptyResponse, jsonResponse, problemResponse, textResponse } from '../model/contract/problem.js';
import { implementRoute } from '../model/door/route.js';
import { issuerKeys } from '../model/trust/credentials/keys.js';
import { siteIssuer } from '../model/trust/credentials/site.js';

/** Seconds that a cache may keep an answer: a new key and a revocation are known after that. */
const CACHE = { 'Cache-Control': 'public, max-age=300' };

/** `GET /.well-known/did.json`: the DID document, once the deployment has keys. */
export const showIssuer = implementRoute(routes.trust.issuer, async () => {
  const keys = issuerKeys();
  if (keys.length === 0)
    return problemResponse(
      'not_configured',
      'This deployment issues no credentials: its operator has not set GIGSY_CREDENTIAL_KEYS.',
    );
  return jsonResponse(didDocument(siteIssuer(), keys), { ...CACHE, 'Content-Type': 'application/did+json' });
});

const NAME = /^[0-9a-f]{32}$/;

/** `GET /v1/credential-status/{list}`: the signed list with a strong ETag; 304 when the caller has it already. */
export const showStatus = implementRoute(routes.trust.status, async (ctx, request) => {
  const name = new URL(request.url).pathname.slice(routes.trust.status.path.length);
  const document = NAME.test(name) ? await listOf(ctx, name) : null;
  if (document instanceof Response) return document;
  if (document === null) return problemResponse('not_found', 'There is no status list at this address.');
  const etag = await hashOfText(document);
  const headers = { ETag: `"${etag}"`, ...CACHE };
  if (isKnown(request.headers.get('If-None-Match'), etag)) return emptyResponse(304, headers);
  return textResponse(document, { ...headers, 'Content-Type': 'application/vc' });
});

/** The list as it is kept; only one that was changed, or is a day old, is signed. */
async function listOf(ctx: ActionCtx, name: string): Promise<string | Response | null> {
  const served = await ctx.runQuery(internal.trust.credentials.servedListOf, { name });
  if (!served || 'document' in served) return served && served.document;
  if (issuerKeys().length === 0)
    return problemResponse(
      'not_configured',
      'This deployment signs no status lists: its operator has not set GIGSY_CREDENTIAL_KEYS.',
    );
  return ctx.runAction(internal.trust.node.sign.list, { name });
}
