/** The issuer's key pair: made at its first start and kept in the data folder, readable by its owner alone. */
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8 } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { LocalDeploymentError } from '../errors.ts';
import { dataFolderError } from '../store/failure.ts';

const ALGORITHM = 'RS256';
export const KEY_ID = 'local';

export interface IssuerKeys {
  privateKey: CryptoKey;
  jwk: JWK;
}

export async function loadIssuerKeys(dataDir: string): Promise<IssuerKeys> {
  const file = join(dataDir, 'issuer-key.pem');
  const pem = await readOrMake(dataDir, file);
  try {
    const jwk = await exportJWK(createPublicKey(pem));
    return { privateKey: await importPKCS8(pem, ALGORITHM), jwk: { ...jwk, kid: KEY_ID, alg: ALGORITHM, use: 'sig' } };
  } catch (error) {
    throw new LocalDeploymentError(
      'data_damaged',
      `The issuer's key in ${file} is empty or damaged; delete the file to have a new key made.`,
      { cause: error },
    );
  }
}

async function readOrMake(dataDir: string, file: string): Promise<string> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(file))
      writeDurably(file, await exportPKCS8((await generateKeyPair(ALGORITHM, { extractable: true })).privateKey));
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw dataFolderError(dataDir, error);
  }
}
