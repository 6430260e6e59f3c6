/**
 * Addresses that only this deployment can make: upload tokens, and the UUIDs in download URLs. A UUID is the encrypted id
 * of the document, so knowing a storage id does not tell the URL.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LocalDeploymentError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { idFrom, internalBytes } from '../values/ids.ts';

/** As long as Convex's. */
export const UPLOAD_TOKEN_MS = 3_600_000;
export const SECRET = 'storage-secret';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** 32 bytes in hexadecimal. */
export function isSoundSecret(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

export interface UploadGrant {
  component: string;
  expires: number;
}

export class StorageAddresses {
  readonly #secret: Buffer;

  constructor(store: Store) {
    let secret = store.meta(SECRET);
    if (secret === undefined) {
      store.begin();
      store.setMeta(SECRET, (secret = randomBytes(32).toString('hex')));
      store.commit();
    }
    if (!isSoundSecret(secret))
      throw new LocalDeploymentError(
        'data_damaged',
        'The secret of file addresses in the database is damaged; restore a snapshot.',
      );
    this.#secret = Buffer.from(secret, 'hex');
  }

  uploadToken(component: string, now: number): string {
    const grant: UploadGrant = { component, expires: now + UPLOAD_TOKEN_MS };
    const text = Buffer.from(JSON.stringify(grant)).toString('base64url');
    return `${text}.${this.#sign(text)}`;
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }

  /** Null for a token that this deployment did not make. */
  grantOf(token: string): UploadGrant | null {
    const [text = '', signature = ''] = token.split('.');
    const [given, own] = [Buffer.from(signature), Buffer.from(this.#sign(text))];
    if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as UploadGrant;
  }

  /** One block of AES: every 16 bytes have exactly one counterpart. */
  uuidOf(id: string): string {
    const cipher = createCipheriv('aes-128-ecb', this.#secret.subarray(0, 16), null).setAutoPadding(false);
    const hex = Buffer.concat([cipher.update(internalBytes(id)!), cipher.final()]).toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  isUuid(text: string): boolean {
    return UUID.test(text);
  }

  /** The id in a table that the UUID would belong to; whether there is such a document is another question. */
  idOf(uuid: string, tableNumber: number): string {
    const decipher = createDecipheriv('aes-128-ecb', this.#secret.subarray(0, 16), null).setAutoPadding(false);
    const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
    return idFrom(tableNumber, Buffer.concat([decipher.update(bytes), decipher.final()]));
  }
}
