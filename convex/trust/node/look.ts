'use node';
/**
 * The action that looks at claimed domains and pages. Node, because it asks for records of names, and must say which address a
 * connection goes to.
 */
import { Resolver } from 'node:dns/promises';
import { v } from 'convex/values';
import { internalAction } from '../../_generated/server.js';
import { lookAtDomain } from '../../model/trust/domainLook.js';
import { type Look, lookAt } from '../../model/trust/looks.js';
import { lookAtPage } from '../../model/trust/pageLook.js';
import { isOnThisMachine } from '../../operations/node/addresses.js';
import { readText } from '../../portfolio/node/readPage.js';

/** Milliseconds for one question, and questions to each of the name servers that the machine knows. */
const NAMES = { timeout: 3_000, tries: 2 };
/** Answers of a name server that has nothing there. */
const NOTHING = ['ENOTFOUND', 'ENODATA'];

export const run = internalAction({
  args: { claim: v.id('trustClaims') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await lookAt(ctx, args, ask);
    return null;
  },
});

function ask(look: Look) {
  return look.method === 'domain'
    ? lookAtDomain(look, { records, text: (address) => readText(address, 'text', { loopback: false }) })
    : lookAtPage(look, (address) => readText(address, 'page', { loopback: allowsLoopback() }));
}

/** The texts of a name; undefined where no server answers. */
async function records(name: string): Promise<string[] | undefined> {
  try {
    return (await new Resolver(NAMES).resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    return NOTHING.includes((error as { code?: string }).code ?? '') ? [] : undefined;
  }
}

/** The variable counts only on a deployment whose own site is on this machine. */
function allowsLoopback(): boolean {
  const { GIGSY_LINK_LOOPBACK, CONVEX_SITE_URL } = process.env;
  return GIGSY_LINK_LOOPBACK === 'on' && isOnThisMachine(CONVEX_SITE_URL);
}
