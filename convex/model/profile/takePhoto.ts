/** Fetches the picture that a profile waits for and stores it. Runs in an action; `read` does the fetching. */
import type { PhotoFault } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import type { ActionCtx } from '../../_generated/server.js';
import { checkedPicture, storeFile } from './picture.js';

export type Read = { bytes: Uint8Array<ArrayBuffer> } | { fault: PhotoFault };

export async function takePhoto(
  ctx: ActionCtx,
  { photo }: { photo: Id<'profilePhotos'> },
  read: (source: string) => Promise<Read>,
): Promise<void> {
  const source = await ctx.runMutation(internal.profile.photos.beginFetch, { photo });
  if (source === null) return;
  const answer = await read(source);
  const picture = 'fault' in answer ? answer : checkedPicture(answer.bytes);
  if ('fault' in picture) {
    await ctx.runMutation(internal.profile.photos.fail, { photo, fault: picture.fault });
    return;
  }
  await ctx.runMutation(internal.profile.photos.keep, { photo, file: await storeFile(ctx, picture) });
}
