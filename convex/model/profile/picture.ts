/** Checks the bytes of a picture, wherever they come from, and stores them without metadata. */
import { MAX_PHOTO_BYTES, type PhotoFault } from '@gigsy/schema';
import { formatOf } from '@gigsy/schema/picture-format';
import type { Doc } from '../../_generated/dataModel.js';
import type { ActionCtx } from '../../_generated/server.js';
import { base64url } from '../contract/hash.js';
import { withoutMetadata } from './metadata/withoutMetadata.js';

/** Longest side of a picture, in pixels. A file of a few bytes can declare a picture that fills a browser's memory. */
const MAX_SIDE = 4096;

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

export type PictureFile = NonNullable<Doc<'profilePhotos'>['file']>;

/** The picture without its metadata, or its fault. The bytes themselves tell the type: what a server or a page claims does not count. */
export function checkedPicture(given: Uint8Array): Picture | { fault: PhotoFault } {
  if (given.length > MAX_PHOTO_BYTES) return { fault: 'too_large' };
  const format = formatOf(given);
  if (!format) return { fault: 'not_a_picture' };
  const { type, width, height } = format;
  if (Math.max(width, height) > MAX_SIDE) return { fault: 'too_large' };
  const bytes = withoutMetadata(given, type);
  return bytes ? { bytes, type } : { fault: 'not_a_picture' };
}

export async function storePicture(ctx: ActionCtx, { bytes, type }: Picture): Promise<PictureFile> {
  const id = await ctx.storage.store(new Blob([bytes], { type }));
  return { id, type, hash: base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) };
}
