/** The one way to change reviews of gigs: the row, the vote that follows, the views whose bytes change, and an event. */
import { type ReviewStep, type WrittenReview, randomHex } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { appendEvent } from '../events/log.js';
import { type GigRow, partOf, partyGig } from './gigRows.js';
import { type ReviewRow, findReview, reviewsOf, stepped } from './reviewRows.js';
import { ownerOf } from './owner.js';
import { castVote, dropVote } from './votes.js';
import { follow } from './write.js';

type Author = Pick<Doc<'profiles'>, '_id' | 'accountId'>;

/** Writes or edits a review. True if both are revealed by it. */
export async function writeReview(
  ctx: MutationCtx,
  author: Author,
  name: string,
  { rating, text }: WrittenReview,
): Promise<boolean> {
  const gig = await requiredGig(ctx, author.accountId, name);
  const before = await findReview(ctx, gig._id, author.accountId);
  const state = stepped(before, 'write');
  if (state !== 'sealed' || gig.closed || gig.revoked || gig.closesAt <= Date.now())
    throw notReady('This gig can be reviewed no more: its reviews are revealed, or the time to write them is over.');
  const { as: by, other: about } = partOf(gig, author.accountId);
  const written = { rating, text, state, writtenAt: Date.now() } as const;
  if (before) await ctx.db.patch('trustReviews', before._id, written);
  else
    await ctx.db.insert('trustReviews', {
      ...{ gig: gig._id, author: author.accountId, about, by, id: randomHex(8), live: false },
      ...written,
    });
  await appendEvent(ctx, 'trust.reviewed', author._id, { step: 'write' });
  const isComplete = (await findReview(ctx, gig._id, about))?.state === 'sealed';
  if (isComplete) await revealGig(ctx, gig);
  return isComplete;
}

/** Takes a review back: one that is sealed leaves nothing, one that was revealed leaves that there was one. */
export async function withdrawReview(ctx: MutationCtx, author: Author, name: string): Promise<void> {
  const gig = await requiredGig(ctx, author.accountId, name);
  const review = await findReview(ctx, gig._id, author.accountId);
  const state = stepped(review, 'withdraw');
  if (!review || !state) throw refusal('not_found', 'You have no such review; it may be withdrawn already.');
  if (state === 'none') await ctx.db.delete('trustReviews', review._id);
  else await change(ctx, gig, review, { state: 'withdrawn', rating: undefined, text: undefined, reply: undefined });
  await appendEvent(ctx, 'trust.reviewed', author._id, { step: 'withdraw' });
}

/** Answers the review that the other party wrote. */
export async function replyToReview(ctx: MutationCtx, reviewed: Author, name: string, reply: string): Promise<void> {
  const gig = await requiredGig(ctx, reviewed.accountId, name);
  const review = await findReview(ctx, gig._id, partOf(gig, reviewed.accountId).other);
  // One refusal, whether there is a sealed review or none.
  if (!review?.live) throw refusal('not_found', 'You have received no review of this gig that you could answer.');
  if (stepped(review, 'reply') !== 'answered') throw notReady('You have answered this review already.');
  await change(ctx, gig, review, { state: 'answered', reply });
  await appendEvent(ctx, 'trust.reviewed', reviewed._id, { step: 'reply' });
}

/** Reveals what was written about a gig, and lets nobody write more. */
export async function revealGig(ctx: MutationCtx, gig: GigRow): Promise<void> {
  await ctx.db.patch('trustGigs', gig._id, { closed: true });
  for (const review of await reviewsOf(ctx, gig._id)) {
    if (stepped(review, 'reveal') !== 'revealed') continue;
    await change(ctx, gig, review, { state: 'revealed', revealedAt: Date.now() });
    const about = await ownerOf(ctx, { accountId: review.about });
    if (about) await appendEvent(ctx, 'trust.reviewed', about._id, { step: 'reveal' satisfies ReviewStep });
  }
}

/** Has the reviews of a gig follow whether it stands. */
export async function followGig(ctx: MutationCtx, gig: GigRow): Promise<void> {
  for (const review of await reviewsOf(ctx, gig._id)) await change(ctx, gig, review, {});
}

type Changed = { [K in 'state' | 'rating' | 'text' | 'reply' | 'revealedAt']?: ReviewRow[K] | undefined };

async function change(ctx: MutationCtx, { revoked }: GigRow, before: ReviewRow, changed: Changed): Promise<void> {
  const { state } = { ...before, ...changed } as ReviewRow;
  const live = (state === 'revealed' || state === 'answered') && !revoked;
  await ctx.db.patch('trustReviews', before._id, { ...changed, live });
  const after = (await ctx.db.get('trustReviews', before._id))!;
  await countReview(ctx, after);
  const about = await ownerOf(ctx, { accountId: after.about });
  if (about && (live || before.live)) await follow(ctx, about.handle);
}

async function countReview(
  ctx: MutationCtx,
  { author, about, id, rating, live, revealedAt }: ReviewRow,
): Promise<void> {
  const source = `review:${id}`;
  if (!live) return dropVote(ctx, source);
  const shownAt = { section: 'reviews', item: id };
  const value = (rating! - 1) / 4;
  await castVote(ctx, { kind: 'review', from: author, to: about, value, at: revealedAt!, source, shownAt });
}

/** Throws for a gig that is unknown, and for one of which the person is no party: both look the same. */
async function requiredGig(ctx: MutationCtx, account: Id<'accounts'>, name: string): Promise<GigRow> {
  const gig = await partyGig(ctx, account, name);
  if (gig) return gig;
  throw refusal('not_found', 'You have no such gig. `trust.reviews.mine` lists those that you can review.');
}

function notReady(message: string) {
  return refusal('not_ready', message, {
    fields: [{ path: 'gig', code: 'unavailable', message: 'takes this step no more' }],
  });
}

/** Deletes at most `count` reviews that a person wrote or received. Their votes go with those of the person. */
export async function forgetReviews(ctx: MutationCtx, account: Id<'accounts'>, count: number): Promise<number> {
  const written = await ctx.db
    .query('trustReviews')
    .withIndex('by_author', (range) => range.eq('author', account))
    .take(count);
  const room = count - written.length;
  const received =
    room > 0
      ? await ctx.db
          .query('trustReviews')
          .withIndex('by_about', (range) => range.eq('about', account))
          .take(room)
      : [];
  const gone = [...written, ...received];
  for (const { _id, about } of gone) {
    await ctx.db.delete('trustReviews', _id);
    const owner = about === account ? null : await ownerOf(ctx, { accountId: about });
    if (owner) await follow(ctx, owner.handle);
  }
  return gone.length;
}
