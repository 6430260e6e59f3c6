/** The key of administrators: made at the first start and kept in the data folder. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { LocalDeploymentError } from '../errors.ts';
import { dataFolderError } from '../store/failure.ts';

/** The exact form of a key. A key that was cut short, or an empty one, gives no access. */
const FORMAT = /^local\|[0-9a-f]{48}$/;

export function loadAdminKey(dataDir: string): string {
  const file = join(dataDir, 'admin-key');
  let key: string;
  try {
    if (!existsSync(file)) writeDurably(file, `local|${randomBytes(24).toString('hex')}\n`);
    key = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw dataFolderError(dataDir, error);
  }
  if (FORMAT.test(key)) return key;
  throw new LocalDeploymentError(
    'data_damaged',
    `The admin key in ${file} is empty or damaged; delete the file to have a new key made.`,
  );
}

/** Compares in a time that does not depend on the key or its length. */
export function isAdminKey(given: string, key: string): boolean {
  const [left, right] = [given, key].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(left, right) && FORMAT.test(key);
}
