/** Keys with which the hub's backend signs: made once and kept in the data folder, where only its owner can read them. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '@gigsy/local';
import { HubError } from './hub-error.ts';

/** The value of the environment variable EMBED_SIGNING_KEYS: viewer tokens are signed with it. */
export function signingKeys(folder: string): string {
  return keySet(join(folder, 'embed-signing-keys.json'), () => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
}

/** The value of the environment variable GIGSY_CREDENTIAL_KEYS: credentials are signed with it. */
export function credentialKeys(folder: string): string {
  return keySet(join(folder, 'credential-keys.json'), () => generateKeyPairSync('ed25519'));
}

/** A JWK set with one private key. */
function keySet(file: string, generate: () => { privateKey: KeyObject }): string {
  if (!existsSync(file)) {
    const jwk = generate().privateKey.export({ format: 'jwk' });
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
