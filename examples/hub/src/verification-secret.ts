/** The secret from which the hub's one-time codes are made: drawn once and kept in the data folder, for its owner alone. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '@gigsy/local';

/** The value of the environment variable GIGSY_VERIFICATION_SECRET. */
export function verificationSecret(folder: string): string {
  const file = join(folder, 'verification-secret.txt');
  if (!existsSync(file)) writeDurably(file, `${randomBytes(32).toString('hex')}\n`);
  return readFileSync(file, 'utf8').trim();
}
