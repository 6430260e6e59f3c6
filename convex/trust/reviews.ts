/** Reviews of gigs: what the parties do, and what the clock reveals. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { memberAccount } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { requiredRow } from '../model/profile/parts.js';
import { closingGigs, gigById } from '../model/trust/gigRows.js';
import { ownGigs } from '../model/trust/ownReviews.js';
import { replyToReview, revealGig, withdrawReview, writeReview } from '../model/trust/reviews.js';

const { reviews } = contract.trust;

export const mine = implementQuery(reviews.mine, (ctx, { principal }) => ownGigs(ctx, memberAccount(principal)._id));

export const write = implementMutation(reviews.write, async (ctx, { principal, args: { gig, rating, text } }) => {
  const author = await requiredRow(ctx, principal);
  const revealed = await writeReview(ctx, author, gig, { rating, ...(text !== undefined && { text }) });
  return { answer: { revealed }, audit: { subject: author._id, changed: ['reviews', 'write'] } };
});

export const withdraw = implementMutation(reviews.withdraw, async (ctx, { principal, args: { gig } }) => {
  const author = await requiredRow(ctx, principal);
  await withdrawReview(ctx, author, gig);
  return { answer: {}, audit: { subject: author._id, changed: ['reviews', 'withdraw'] } };
});

export const reply = implementMutation(reviews.reply, async (ctx, { principal, args: { gig, text } }) => {
  const reviewed = await requiredRow(ctx, principal);
  await replyToReview(ctx, reviewed, gig, text);
  return { answer: {}, audit: { subject: reviewed._id, changed: ['reviews', 'reply'] } };
});

/** Reveals what was written about a gig once the time to write is over. */
export const close = internalMutation({
  args: { gig: v.id('trustGigs') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    const gig = await gigById(ctx, args.gig);
    if (gig && !gig.closed && gig.closesAt <= Date.now()) await revealGig(ctx, gig);
    return null;
  },
});

/** Gigs that one run of the cron closes. */
const BATCH = 50;

/** Closes gigs whose scheduled end was lost. A cron starts it. */
export const closeOverdue = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    for (const { _id } of await closingGigs(ctx, BATCH))
      await ctx.scheduler.runAfter(0, internal.trust.reviews.close, { gig: _id });
    return null;
  },
});
