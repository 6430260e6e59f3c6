/**
 * The keys of credentials, from the deployment's setting GIGSY_CREDENTIAL_KEYS: a JWK set (RFC 7517) of Ed25519 keys (RFC 8037)
 * with a `kid` each. The first is private and signs. Those after it verify credentials that they signed before; they may lack
 * their private part `d`.
 */
import type { IssuerKey } from '@gigsy/schema';
import { encode } from 'base58-universal';
import { refusal } from '../../contract/errors.js';

export interface CredentialKey {
  kty: 'OKP';
  crv: 'Ed25519';
  kid: string;
  x: string;
  d?: string;
}

/** The codes of an Ed25519 public key in a Multikey (W3C Controlled Identifiers, section 2.2.2). */
const ED25519_PREFIX = [0xed, 0x01];
/** Part of an address after `#`. */
const KID = /^[\w.-]{1,64}$/;
/** 32 bytes as base64url. */
const BYTES = /^[\w-]{43}$/;

/** Throws where the deployment has no key, or the setting is faulty. */
export function signingKey(): Required<CredentialKey> {
  const [key] = keysIn(process.env.GIGSY_CREDENTIAL_KEYS);
  if (key?.d !== undefined) return { ...key, d: key.d };
  throw refusal(
    'not_configured',
    'Set GIGSY_CREDENTIAL_KEYS to a JWK set whose first key is a private Ed25519 key: credentials are signed with it.',
  );
}

/** The public parts of all keys; none where the deployment has none. */
export function issuerKeys(): IssuerKey[] {
  return keysIn(process.env.GIGSY_CREDENTIAL_KEYS).map(({ kid, x }) => ({
    kid,
    publicKeyMultibase: `z${encode(new Uint8Array([...ED25519_PREFIX, ...bytesOf(x)]))}`,
  }));
}

/** None if the setting is absent or is no such set: nothing is signed by half of it. */
function keysIn(setting: string | undefined): CredentialKey[] {
  let set: unknown;
  try {
    set = JSON.parse(setting ?? '');
  } catch {
    return [];
  }
  const { keys } = (set ?? {}) as { keys?: unknown };
  return Array.isArray(keys) && keys.every(isKey) ? keys : [];
}

function isKey(value: unknown): value is CredentialKey {
  const { kty, crv, kid, x, d } = (value ?? {}) as Partial<Record<keyof CredentialKey, unknown>>;
  const fits = (pattern: RegExp, part: unknown) => typeof part === 'string' && pattern.test(part);
  return kty === 'OKP' && crv === 'Ed25519' && fits(KID, kid) && fits(BYTES, x) && (d === undefined || fits(BYTES, d));
}

function bytesOf(base64url: string): number[] {
  return [...atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))].map((sign) => sign.charCodeAt(0));
}
