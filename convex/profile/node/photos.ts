'use node';
/** The action that fetches pictures. Node, because it must say which address a connection goes to. */
import { v } from 'convex/values';
import { internalAction } from '../../_generated/server.js';
import { takePhoto } from '../../model/profile/takePhoto.js';
import { isOnThisMachine } from '../../operations/node/addresses.js';
import { download } from './download.js';

/** Fetches a picture from the address that its owner gave. */
export const take = internalAction({
  args: { photo: v.id('profilePhotos') },
  returns: v.null(),
  handler: async (ctx, args) => {
    await takePhoto(ctx, args, (source) => download(source, { loopback: allowsLoopback() }));
    return null;
  },
});

/** The variable counts only on a deployment whose own site is on this machine. */
function allowsLoopback(): boolean {
  const { GIGSY_PHOTO_LOOPBACK, CONVEX_SITE_URL } = process.env;
  return GIGSY_PHOTO_LOOPBACK === 'on' && isOnThisMachine(CONVEX_SITE_URL);
}
