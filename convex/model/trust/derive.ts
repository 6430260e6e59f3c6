/**
 * One-time codes, tokens of domains, names of readers and ids of claims, by HMAC-SHA256 under the deployment's secret. A code is not stored, in clear or as a hash:
 * a hash of six digits is undone by a million tries. It is made again from its row wherever it is needed.
 */
import { CLAIM_PREFIX, CODE_DIGITS, type CheckMethod, type CodeMethod, canonicalJson } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import { base64url } from '../contract/hash.js';
import { verificationSecret } from './settings.js';

/** A code is bound to its person, method and subject, and to the random salt of its row. */
export type CodeSource = Pick<Doc<'trustCodes'>, 'accountId' | 'method' | 'subject' | 'salt'>;

/**
 * Six decimal digits: the first 64 bits of the HMAC modulo a million, so no code is likelier than another by more than 2^-44.
 * Throws where the deployment has no secret.
 */
export async function codeOf({ accountId, method, subject, salt }: CodeSource): Promise<string> {
  const bits = await keyed(['code', accountId, method, subject, salt]);
  const number = new DataView(bits).getBigUint64(0) % 10n ** BigInt(CODE_DIGITS);
  return String(number).padStart(CODE_DIGITS, '0');
}

/** A name for the reader of messages that tells nobody without the secret which address it is. */
export async function readerKey(method: CodeMethod, reader: string): Promise<string> {
  return named(['reader', method, reader]);
}

interface Claimed {
  accountId: Doc<'accounts'>['_id'];
  method: CheckMethod;
  subject: string;
}

/** Characters of the part of an id after the method: 96 bits. */
const ID_LENGTH = 16;

/** The same for each claim of a person to the same thing, and without the secret it tells nobody which that is. */
export async function claimId({ accountId, method, subject }: Claimed): Promise<string> {
  return `${method}-${(await named(['claim', accountId, method, subject])).slice(0, ID_LENGTH)}`;
}

/** The line that a domain must show. It is of use to one person and for one domain, so it may be read by everybody. */
export async function tokenLine({ accountId, subject }: Pick<Claimed, 'accountId' | 'subject'>): Promise<string> {
  return `${CLAIM_PREFIX}${await named(['domain', accountId, subject])}`;
}

/** base64url, 43 characters. */
async function named(parts: readonly string[]): Promise<string> {
  return base64url(new Uint8Array(await keyed(parts)));
}

async function keyed(parts: readonly string[]): Promise<ArrayBuffer> {
  const [secret, content] = [verificationSecret(), canonicalJson(parts)].map((text) => new TextEncoder().encode(text));
  const key = await crypto.subtle.importKey('raw', secret!, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return crypto.subtle.sign('HMAC', key, content!);
}
