/**
 * HTTP routes for partners' servers, which prove themselves by their secret key, and the keys that verify viewer
 * tokens.
 */
import {
  type OfferAnswer,
  type SessionAnswer,
  offerRequestSchema,
  parseArgs,
  routes,
  sessionRequestSchema,
  randomHex,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type * as z from 'zod';
import { internal } from '../_generated/api.js';
import { raised, refusal } from '../model/contract/errors.js';
import { hashOfText } from '../model/contract/hash.js';
import { jsonResponse, refusalResponse } from '../model/contract/problem.js';
import { allowRequests, implementRoute, refuseMethods } from '../model/door/route.js';
import { proofOf } from '../model/operations/keys.js';
import { canSign, publicKeys, signToken } from '../model/operations/token.js';

/** Longest body of a request, in characters. */
const MAX_BODY = 4_096;

/** `POST /v1/embed-sessions`: a viewer token for a page. The answer is for one page view and must not be kept. */
export const createSession = implementRoute(routes.operations.createSession, async (ctx, request) =>
  answering(async (): Promise<SessionAnswer> => {
    const proof = await proofIn(request);
    const { viewer, handles = [] } = await bodyOf(request, sessionRequestSchema);
    if (!canSign())
      throw refusal(
        'not_configured',
        'This deployment signs no viewer tokens: its operator has not set EMBED_SIGNING_KEYS.',
      );
    const session = raised(await ctx.runMutation(internal.operations.sessions.mint, { ...proof, viewer, handles }));
    return { token: await signToken(session), expiresAt: session.expiresAt };
  }),
);

/** `POST /v1/embed-links`: a code by which a person allows the partner to name them. */
export const createOffer = implementRoute(routes.operations.createOffer, async (ctx, request) =>
  answering(async (): Promise<OfferAnswer> => {
    const proof = await proofIn(request);
    const { user } = await bodyOf(request, offerRequestSchema);
    const code = `lc_${randomHex(16)}`;
    const { expiresAt } = await ctx.runMutation(internal.operations.links.offer, {
      ...proof,
      user,
      codeHash: await hashOfText(code),
    });
    return { code, expiresAt };
  }),
);

/**
 * `GET /v1/.well-known/jwks.json`. Caches may keep it for a minute, so that a new key is known while tokens of the old
 * one are valid.
 */
export const showKeys = implementRoute(routes.operations.showKeys, async () =>
  jsonResponse({ keys: publicKeys() }, { 'Cache-Control': 'public, max-age=60' }),
);

const POST_ALONE = 'POST, OPTIONS';

const { preflightSession, preflightOffer, ...operations } = routes.operations;

/** Preflights of the routes for partners' servers. They allow no header that a secret key could be in. */
export const preflightPost = [preflightSession, preflightOffer].map((declared) =>
  allowRequests(declared, POST_ALONE, 'Content-Type'),
);

export const postRefusals = refuseMethods(
  [
    operations.refuseGetSession,
    operations.refusePutSession,
    operations.refusePatchSession,
    operations.refuseDeleteSession,
    operations.refuseGetOffer,
    operations.refusePutOffer,
    operations.refusePatchOffer,
    operations.refuseDeleteOffer,
  ],
  POST_ALONE,
  "This address takes POST alone, from a partner's server.",
);

async function answering(work: () => Promise<object>): Promise<Response> {
  try {
    return jsonResponse(await work(), { 'Cache-Control': 'no-store' });
  } catch (refused) {
    return refusalResponse(refused);
  }
}

/** The proof of the request's secret key. Browsers send the page's origin with each POST; servers send none. */
async function proofIn(request: Request): Promise<{ name: string; hash: string }> {
  if (request.headers.has('Origin')) {
    throw refusal(
      'origin_not_allowed',
      'Secret keys are for servers, and a page sent this one: whoever opens the page has it now. Revoke it, and call from your server.',
    );
  }
  return proofOf(/^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '');
}

async function bodyOf<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const parsed = parseArgs(schema, json((await request.text()).slice(0, MAX_BODY)));
  if (!parsed.ok) throw new ConvexError(parsed.error);
  return parsed.value;
}

/** Undefined if the text is not JSON; the schema then refuses it. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
