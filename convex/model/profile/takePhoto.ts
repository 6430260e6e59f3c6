/** Fetches the picture that a profile waits for and stores it. Runs in an action; `read` does the fetching. */
import type { PhotoFault } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import type { ActionCtx } from '../../_generated/server.js';
import { base64url } from '../contract/hash.js';
import { formatOf } from './pictureFormat.js';

/** Longest side of a picture, in pixels. A file of a few bytes can declare a picture that fills a browser's memory. */
const MAX_SIDE = 4096;

export type Read = { bytes: Uint8Array<ArrayBuffer> } | { fault: PhotoFault };

export async function takePhoto(
  ctx: ActionCtx,
  { photo }: { photo: Id<'profilePhotos'> },
  read: (source: string) => Promise<Read>,
): Promise<void> {
  const source = await ctx.runQuery(internal.profile.photos.source, { photo });
  if (source === null) return;
  const picture = checked(await read(source));
  if ('fault' in picture) {
    await ctx.runMutation(internal.profile.photos.fail, { photo, fault: picture.fault });
    return;
  }
  const { bytes, type } = picture;
  const id = await ctx.storage.store(new Blob([bytes], { type }));
  const hash = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  await ctx.runMutation(internal.profile.photos.keep, { photo, file: { id, type, hash } });
}

/** Checks the bytes themselves. The content type that the server claims does not count. */
function checked(read: Read): { bytes: Uint8Array<ArrayBuffer>; type: string } | { fault: PhotoFault } {
  if ('fault' in read) return read;
  const format = formatOf(read.bytes);
  if (!format) return { fault: 'not_a_picture' };
  const { type, width, height } = format;
  return Math.max(width, height) > MAX_SIDE ? { fault: 'too_large' } : { bytes: read.bytes, type };
}
