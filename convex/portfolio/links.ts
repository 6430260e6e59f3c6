/** Previews of the pages to which contributions lead: what owners ask for, and the reports of the action that reads pages. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { memberAccount } from '../model/contract/principal.js';
import { implementMutation } from '../model/door/implement.js';
import { type Claimed, claimPage, refreshLink, settlePage, startDue } from '../model/portfolio/links/queue.js';
import { requiredRow } from '../model/profile/parts.js';
import { linkFault, linkPreview } from '../tables/portfolio/contributions.js';

const { links } = contract.portfolio;
const claimed = v.object({ contribution: v.id('portfolioContributions'), url: v.string() });

export const refresh = implementMutation(links.refresh, async (ctx, { principal, args: { id } }) => {
  const owner = await requiredRow(ctx, principal);
  await refreshLink(ctx, memberAccount(principal)._id, id);
  return { answer: { state: 'waiting' as const }, audit: { subject: owner._id, changed: ['contributions'] } };
});

/** The next page of a person to ask for. */
export const claim = internalMutation({
  args: { account: v.id('accounts') },
  returns: v.union(v.null(), claimed),
  handler: (ctx, { account }): Promise<Claimed | null> => claimPage(ctx, account),
});

/** Ends a claim with the words of the page, or the reason why there are none. */
export const settle = internalMutation({
  args: { claimed, read: v.union(v.object({ preview: linkPreview }), v.object({ fault: linkFault })) },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await settlePage(ctx, args.claimed, args.read);
    return null;
  },
});

/** Starts the reading of pages that are due. A cron calls it. */
export const resume = internalMutation({
  args: { after: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { after = 0 }): Promise<null> => {
    const reached = await startDue(ctx, after);
    if (reached !== null) await ctx.scheduler.runAfter(0, internal.portfolio.links.resume, { after: reached });
    return null;
  },
});
