/** The key by which the hub's backend signs viewer tokens: made once, kept in the data folder, readable by its owner alone. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A JWK set with one private P-256 key, as the environment variable EMBED_SIGNING_KEYS wants it. */
export function signingKeys(folder: string): string {
  const file = join(folder, 'embed-signing-keys.json');
  if (!existsSync(file)) {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    writeFileSync(file, `${JSON.stringify({ keys: [{ ...jwk, kid: 'hub' }] })}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
