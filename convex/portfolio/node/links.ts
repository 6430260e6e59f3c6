'use node';
/** The action that reads the pages to which contributions lead. Node, because it must say which address a connection goes to. */
import { v } from 'convex/values';
import { internalAction } from '../../_generated/server.js';
import { readPages } from '../../model/portfolio/links/readPages.js';
import { isOnThisMachine } from '../../operations/node/addresses.js';
import { readPage } from './readPage.js';

/** Reads the pages of a person that are due. */
export const read = internalAction({
  args: { account: v.id('accounts') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await readPages(ctx, args, (url) => readPage(url, { loopback: allowsLoopback() }));
    return null;
  },
});

/** The variable counts only on a deployment whose own site is on this machine. */
function allowsLoopback(): boolean {
  const { GIGSY_LINK_LOOPBACK, CONVEX_SITE_URL } = process.env;
  return GIGSY_LINK_LOOPBACK === 'on' && isOnThisMachine(CONVEX_SITE_URL);
}
