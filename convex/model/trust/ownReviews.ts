/** The gigs of a person with the reviews that the person may read: their own, and those that are revealed. */
import type { ReviewedGig } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { QueryCtx } from '../../_generated/server.js';
import { findView } from '../privacy/views.js';
import { type GigRow, gigsOf, partOf } from './gigRows.js';
import { type ReviewRow, reviewsOf, shownReview, stepped } from './reviewRows.js';
import { trustViews } from './views.js';

export async function ownGigs(ctx: QueryCtx, account: Id<'accounts'>): Promise<ReviewedGig[]> {
  const gigs = (await gigsOf(ctx, account)).filter(({ revoked }) => !revoked);
  return Promise.all(gigs.map((gig) => ownGig(ctx, account, gig)));
}

async function ownGig(ctx: QueryCtx, account: Id<'accounts'>, gig: GigRow): Promise<ReviewedGig> {
  const reviews = await reviewsOf(ctx, gig._id);
  const own = reviews.find(({ author }) => author === account);
  const received = reviews.find(({ author, live }) => author !== account && live);
  const { as, other: otherId } = partOf(gig, account);
  const other = await handleFor(ctx, otherId);
  return {
    gig: gig.name,
    title: gig.title,
    completedOn: gig.completedOn,
    as,
    ...(other !== undefined && { other }),
    closesAt: gig.closesAt,
    open: !gig.closed && stepped(own ?? null, 'write') !== undefined,
    ...(own && own.state !== 'withdrawn' && { own: ownReview(own) }),
    ...(received && { received: { ...shownReview(received), canReply: stepped(received, 'reply') !== undefined } }),
  };
}

function ownReview({ rating, text, state, writtenAt, reply }: ReviewRow): NonNullable<ReviewedGig['own']> {
  return {
    rating: rating!,
    ...(text !== undefined && { text }),
    state,
    writtenAt,
    ...(reply !== undefined && { reply }),
  };
}

/** The handle of an account whose profile members may see. */
async function handleFor(ctx: QueryCtx, account: Id<'accounts'>): Promise<string | undefined> {
  const handle = (await ctx.db.get('accounts', account))?.handle;
  if (handle === undefined) return undefined;
  return (await findView(ctx, trustViews, handle, 'platform')) ? handle : undefined;
}
