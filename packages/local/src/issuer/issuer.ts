/**
 * A local OpenID Connect issuer for development: signs demo people in, and nothing else. Its key stays in the data folder,
 * it listens on the loopback interface, and only listed origins may ask it for tokens from a page.
 */
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createPublicKey } from 'node:crypto';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { BodyTooLarge, listen, readBody, sendJson } from '../http/listen.ts';

export interface Person {
  subject: string;
  name: string;
}

export interface IssuerOptions {
  dataDir: string;
  port?: number;
  people: Person[];
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
  token(subject: string, claims?: { name?: string; email?: string }, options?: TokenOptions): Promise<string>;
  close(): Promise<void>;
}

const ALGORITHM = 'RS256';
const KEY_ID = 'local';
const LIFETIME_SECONDS = 3_600;
const LARGEST_BODY = 4_096;

interface Keys {
  privateKey: CryptoKey;
  jwk: JWK;
}

async function loadKeys(dataDir: string): Promise<Keys> {
  const file = join(dataDir, 'issuer-key.pem');
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(file)) {
      const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
      writeFileSync(file, await exportPKCS8(privateKey), { mode: 0o600 });
    }
    const pem = readFileSync(file, 'utf8');
    const jwk = await exportJWK(createPublicKey(pem));
    return { privateKey: await importPKCS8(pem, ALGORITHM), jwk: { ...jwk, kid: KEY_ID, alg: ALGORITHM, use: 'sig' } };
  } catch (error) {
    throw new LocalDeploymentError('data_unwritable', `The issuer's key in ${dataDir} can not be read or written: ${errorText(error)}.`, { cause: error });
  }
}

export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const keys = await loadKeys(options.dataDir);
  const listener = await listen(options.port ?? 0);
  const people = new Map(options.people.map((person) => [person.subject, person]));
  const token: Issuer['token'] = (subject, claims = {}, { expiresInSeconds = LIFETIME_SECONDS, audience = 'convex' } = {}) => {
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
  listener.serve({ request: (request, response) => handle({ request, response, url: listener.url, jwk: keys.jwk, allowedOrigins: options.allowedOrigins, tokenFor }) });
  return { url: listener.url, token, close: () => listener.close() };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: string;
  jwk: JWK;
  allowedOrigins: string[];
  tokenFor(subject: string): Promise<string> | null;
}

async function handle(exchange: Exchange): Promise<void> {
  const { request, response, url, jwk } = exchange;
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/.well-known/openid-configuration') return sendJson(response, 200, configuration(url));
  if (path === '/jwks.json') return sendJson(response, 200, { keys: [jwk] });
  if (path !== '/token') return sendJson(response, 404, { code: 'NotFound', message: 'There is nothing here.' });
  if (!allowOrigin(exchange)) return sendJson(response, 403, { code: 'OriginNotAllowed', message: 'This origin may not ask for tokens.' });
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  if (request.method !== 'POST') return sendJson(response, 405, { code: 'MethodNotAllowed', message: 'POST {"subject": "..."} here.' });
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

/** Requests that no page made have no origin. */
function allowOrigin({ request, response, allowedOrigins }: Exchange): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (!allowedOrigins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'POST');
  response.setHeader('access-control-allow-headers', 'content-type');
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
