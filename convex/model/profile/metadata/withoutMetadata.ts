/**
 * Pictures without metadata: no place, time, camera, author, comment or preview goes on with a picture. The pixels, the
 * colours and the orientation stay as they are; nothing is encoded anew.
 */
import type { PictureFormat } from '@gigsy/schema/picture-format';
import { avifWithoutMetadata } from './avif.js';
import { gifWithoutMetadata } from './gif.js';
import { jpegWithoutMetadata } from './jpeg.js';
import { pngWithoutMetadata } from './png.js';
import { webpWithoutMetadata } from './webp.js';

const strippers: Record<PictureFormat['type'], (bytes: Uint8Array) => Uint8Array<ArrayBuffer>> = {
  'image/jpeg': jpegWithoutMetadata,
  'image/png': pngWithoutMetadata,
  'image/gif': gifWithoutMetadata,
  'image/webp': webpWithoutMetadata,
  'image/avif': avifWithoutMetadata,
};

/** A copy of the picture without metadata; undefined if the file is broken, so that metadata could be anywhere in it. */
export function withoutMetadata(bytes: Uint8Array, type: PictureFormat['type']): Uint8Array<ArrayBuffer> | undefined {
  try {
    return strippers[type](bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
