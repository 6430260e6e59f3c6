/**
 * The key with which the hub's backend signs viewer tokens. It is made once and kept in the data folder; only its owner
 * can read it.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '@gigsy/local';
import { HubError } from './hub-error.ts';

/** A JWK set with one private P-256 key: the value of the environment variable EMBED_SIGNING_KEYS. */
export function signingKeys(folder: string): string {
  const file = join(folder, 'embed-signing-keys.json');
  if (!existsSync(file)) {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    writeDurably(file, `${JSON.stringify({ keys: [{ ...jwk, kid: 'hub' }] })}\n`);
  }
  const text = readFileSync(file, 'utf8');
  if (!isKeySet(text))
    throw new HubError(
      'data_damaged',
      `The signing key in ${file} is empty or damaged; delete the file to have a new one made.`,
    );
  return text;
}

function isKeySet(text: string): boolean {
  try {
    const { keys } = JSON.parse(text) as { keys: JsonWebKey[] };
    for (const key of keys) createPrivateKey({ key, format: 'jwk' });
    return keys.length > 0;
  } catch {
    return false;
  }
}
