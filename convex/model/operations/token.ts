/**
 * Signs viewer tokens: JWTs (RFC 7519) with ES256 (RFC 7518, 3.4). The keys come from the environment variable
 * EMBED_SIGNING_KEYS, a JWK set (RFC 7517) of private P-256 keys with a `kid` each: the first signs, and all are
 * published, so that a new key can come first while tokens of the old one are valid. Signing needs true randomness, which
 * only actions have.
 */
import { base64url } from '../contract/hash.js';
import { EMBED_AUDIENCE, embedIssuer } from './issuer.js';

interface SigningKey {
  kty: 'EC';
  crv: 'P-256';
  kid: string;
  x: string;
  y: string;
  d: string;
}

/** The public part of the keys, as `/v1/.well-known/jwks.json` shows it. */
export function publicKeys(): object[] {
  return signingKeys().map(({ kty, crv, kid, x, y }) => ({ kty, crv, kid, x, y, use: 'sig', alg: 'ES256' }));
}

export function canSign(): boolean {
  return signingKeys().length > 0;
}

/** A token that names the session `subject`. Times in Unix milliseconds; the token's are whole seconds, never later. */
export async function signToken({
  subject,
  issuedAt,
  expiresAt,
}: {
  subject: string;
  issuedAt: number;
  expiresAt: number;
}): Promise<string> {
  const [key] = signingKeys();
  if (!key) throw new Error('EMBED_SIGNING_KEYS holds no key');
  const { kty, crv, x, y, d, kid } = key;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, algorithm, false, ['sign']);
  const header = encode({ alg: 'ES256', kid, typ: 'JWT' });
  const claims = encode({
    iss: embedIssuer(),
    aud: EMBED_AUDIENCE,
    sub: subject,
    iat: Math.floor(issuedAt / 1000),
    exp: Math.floor(expiresAt / 1000),
  });
  const signature = await crypto.subtle.sign(algorithm, imported, new TextEncoder().encode(`${header}.${claims}`));
  return `${header}.${claims}.${base64url(new Uint8Array(signature))}`;
}

/**
 * No keys if the variable is unset or is not such a set. The deployment then signs nothing and answers
 * `not_configured`.
 */
function signingKeys(): SigningKey[] {
  let set: unknown;
  try {
    set = JSON.parse(process.env.EMBED_SIGNING_KEYS ?? '');
  } catch {
    return [];
  }
  const { keys } = (set ?? {}) as { keys?: unknown };
  return Array.isArray(keys) && keys.every(isSigningKey) ? keys : [];
}

function isSigningKey(value: unknown): value is SigningKey {
  const key = (value ?? {}) as Record<string, unknown>;
  return (
    key.kty === 'EC' && key.crv === 'P-256' && ['kid', 'x', 'y', 'd'].every((field) => typeof key[field] === 'string')
  );
}

function encode(part: object): string {
  return base64url(new TextEncoder().encode(JSON.stringify(part)));
}
