/** Checks the bytes of a picture, wherever they come from, and stores them without metadata. */
import { MAX_PHOTO_BYTES } from '@gigsy/schema';
import { type PictureFormat, formatOf } from '@gigsy/schema/picture-format';
import type { Doc } from '../../_generated/dataModel.js';
import type { ActionCtx } from '../../_generated/server.js';
import { base64url } from '../contract/hash.js';
import { withoutMetadata } from './metadata/withoutMetadata.js';

/** Most of a picture. A file of a few bytes can declare one that fills a browser's memory. */
export interface PictureLimits {
  bytes: number;
  /** Of the longer side, in pixels. */
  side: number;
  /** Of the whole area. */
  pixels: number;
}

const OF_PROFILES: PictureLimits = { bytes: MAX_PHOTO_BYTES, side: 4096, pixels: 4096 * 4096 };

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  type: PictureFormat['type'];
  /** In pixels, as the bytes declare them. */
  width: number;
  height: number;
}

export type PictureFile = NonNullable<Doc<'profilePhotos'>['file']>;

/** The picture without its metadata, or its fault. The bytes themselves tell the type: what a server or a page claims does not count. */
export function checkedPicture(
  given: Uint8Array,
  most = OF_PROFILES,
): Picture | { fault: 'too_large' | 'not_a_picture' } {
  if (given.length > most.bytes) return { fault: 'too_large' };
  const format = formatOf(given);
  if (!format) return { fault: 'not_a_picture' };
  const { type, width, height } = format;
  if (Math.max(width, height) > most.side || width * height > most.pixels) return { fault: 'too_large' };
  const bytes = withoutMetadata(given, type);
  return bytes ? { bytes, type, width, height } : { fault: 'not_a_picture' };
}

/** Stores checked bytes. `hash` is their SHA-256, base64url. */
export async function storeFile(
  ctx: ActionCtx,
  { bytes, type }: { bytes: Uint8Array<ArrayBuffer>; type: string },
): Promise<PictureFile> {
  const id = await ctx.storage.store(new Blob([bytes], { type }));
  return { id, type, hash: base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) };
}
