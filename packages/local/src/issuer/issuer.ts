/**
 * A local OpenID Connect issuer for development: signs demo people in, and nothing else. Its key stays in the data
 * folder, it listens on the loopback interface, and gives tokens only to holders of its secret and to pages of listed
 * origins.
 */
import { SignJWT } from 'jose';
import type { JWK } from 'jose';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLarge, listen, readBody, sendJson } from '../http/listen.ts';
import { KEY_ID, loadIssuerKeys } from './keys.ts';

export interface Person {
  subject: string;
  name: string;
}

export interface IssuerOptions {
  dataDir: string;
  port?: number;
  people: Person[];
  /** Pages that may ask for tokens, if they have the secret. */
  allowedOrigins: string[];
}

export interface TokenOptions {
  /** One hour unless given; a negative number makes an expired token. */
  expiresInSeconds?: number;
  /** "convex" unless given. */
  audience?: string;
}

export interface Issuer {
  /** The tokens' `iss`. */
  url: string;
  /** Sent as `Authorization: Bearer` to `POST {url}/token`. New at each start. Its holder can sign in as anybody. */
  secret: string;
  token(subject: string, claims?: { name?: string; email?: string }, options?: TokenOptions): Promise<string>;
  close(): Promise<void>;
}

const ALGORITHM = 'RS256';
const LIFETIME_SECONDS = 3_600;
const LARGEST_BODY = 4_096;

export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const keys = await loadIssuerKeys(options.dataDir);
  const secret = randomBytes(24).toString('base64url');
  const listener = await listen(options.port ?? 0);
  const people = new Map(options.people.map((person) => [person.subject, person]));
  const token: Issuer['token'] = (
    subject,
    claims = {},
    { expiresInSeconds = LIFETIME_SECONDS, audience = 'convex' } = {},
  ) => {
    const now = Math.floor(Date.now() / 1000);
    const expiry = now + expiresInSeconds;
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
      .setIssuer(listener.url)
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt(Math.min(now, expiry))
      .setExpirationTime(expiry)
      .sign(keys.privateKey);
  };
  const tokenFor = (subject: string) => {
    const person = people.get(subject);
    return person ? token(subject, { name: person.name }) : null;
  };
  listener.serve({
    request: (request, response) =>
      handle({
        request,
        response,
        url: listener.url,
        jwk: keys.jwk,
        allowedOrigins: options.allowedOrigins,
        secret,
        tokenFor,
      }),
  });
  return { url: listener.url, secret, token, close: () => listener.close() };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: string;
  jwk: JWK;
  allowedOrigins: string[];
  secret: string;
  tokenFor(subject: string): Promise<string> | null;
}

async function handle(exchange: Exchange): Promise<void> {
  const { request, response, url, jwk } = exchange;
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/.well-known/openid-configuration') return sendJson(response, 200, configuration(url));
  if (path === '/jwks.json') return sendJson(response, 200, { keys: [jwk] });
  if (path !== '/token') return sendJson(response, 404, { code: 'NotFound', message: 'There is nothing here.' });
  if (!allowOrigin(exchange))
    return sendJson(response, 403, { code: 'OriginNotAllowed', message: 'This origin may not ask for tokens.' });
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  if (request.method !== 'POST')
    return sendJson(response, 405, { code: 'MethodNotAllowed', message: 'POST {"subject": "..."} here.' });
  if (!isAllowed(exchange))
    return sendJson(response, 401, {
      code: 'SecretNeeded',
      message: 'Tokens need the secret that this issuer was started with, as Authorization: Bearer.',
    });
  await issue(exchange);
}

function configuration(url: string): object {
  return {
    issuer: url,
    jwks_uri: `${url}/jwks.json`,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [ALGORITHM],
  };
}

/** Any process of this machine can send this request, so the address alone opens nothing. */
function isAllowed({ request, secret }: Exchange): boolean {
  const [given, wanted] = [request.headers.authorization ?? '', `Bearer ${secret}`].map((text) =>
    createHash('sha256').update(text).digest(),
  ) as [Buffer, Buffer];
  return timingSafeEqual(given, wanted);
}

/** Requests that no page made have no origin. */
function allowOrigin({ request, response, allowedOrigins }: Exchange): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (!allowedOrigins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'POST');
  response.setHeader('access-control-allow-headers', 'content-type, authorization');
  response.setHeader('vary', 'Origin');
  return true;
}

async function issue({ request, response, tokenFor }: Exchange): Promise<void> {
  try {
    const { subject } = JSON.parse((await readBody(request, LARGEST_BODY)).toString('utf8')) as { subject?: unknown };
    const token = typeof subject === 'string' ? await tokenFor(subject) : null;
    if (token) sendJson(response, 200, { token });
    else sendJson(response, 404, { code: 'UnknownPerson', message: 'There is no demo person with this subject.' });
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof BodyTooLarge)) throw error;
    sendJson(response, 400, { code: 'BadJsonBody', message: 'The request body must be JSON: {"subject": "..."}.' });
  }
}
