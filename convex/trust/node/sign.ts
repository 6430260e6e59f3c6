'use node';
/** The actions that sign credentials and status lists. Node, because the libraries of the proof need it. */
import { v } from 'convex/values';
import { internalAction } from '../../_generated/server.js';
import { signCredential, signList } from '../../model/trust/credentials/signing.js';
import { encoded, sign } from './proof.js';

/** Signs a credential, unless it is signed or was revoked meanwhile. */
export const credential = internalAction({
  args: { credential: v.id('trustCredentials') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await signCredential(ctx, args, { sign });
    return null;
  },
});

/** Signs a status list. */
export const list = internalAction({
  args: { name: v.string() },
  returns: v.union(v.null(), v.string()),
  handler: (ctx, args): Promise<string | null> => signList(ctx, args, { sign, encoded }),
});
