/** Reviews as rows. A state changes by the table of states alone. */
import { MAX_REVIEWS, type Review, type ReviewState, type ReviewStep, reviewStateAfter } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { dayOf } from '../privacy/purges.js';

export type ReviewRow = Doc<'trustReviews'>;

export function findReview(
  ctx: QueryCtx | MutationCtx,
  gig: Id<'trustGigs'>,
  author: Id<'accounts'>,
): Promise<ReviewRow | null> {
  return ctx.db
    .query('trustReviews')
    .withIndex('by_gig', (range) => range.eq('gig', gig).eq('author', author))
    .unique();
}

/** The reviews of a gig: two at most. */
export function reviewsOf(ctx: QueryCtx | MutationCtx, gig: Id<'trustGigs'>): Promise<ReviewRow[]> {
  return ctx.db
    .query('trustReviews')
    .withIndex('by_gig', (range) => range.eq('gig', gig))
    .take(2);
}

/** The last reviews of a person that are shown. */
export function liveReviews(ctx: QueryCtx | MutationCtx, about: Id<'accounts'>): Promise<ReviewRow[]> {
  return ctx.db
    .query('trustReviews')
    .withIndex('by_about', (range) => range.eq('about', about).eq('live', true))
    .order('desc')
    .take(MAX_REVIEWS);
}

/** Whether a revealed review of the person has this id: a sealed one has no setting that could tell of it. */
export async function isReviewOf(ctx: QueryCtx | MutationCtx, about: Id<'accounts'>, id: string): Promise<boolean> {
  const row = await ctx.db
    .query('trustReviews')
    .withIndex('by_name', (range) => range.eq('id', id))
    .first();
  return row?.about === about && row.revealedAt !== undefined;
}

/** The state after a step; undefined where the table of states has no such step. */
export function stepped(row: ReviewRow | null, step: ReviewStep): ReviewState | undefined {
  return reviewStateAfter(row?.state ?? 'none', step);
}

/** A live review for others. */
export function shownReview({ id, by, rating, text, reply, revealedAt }: ReviewRow): Review {
  return {
    id,
    by,
    rating: rating!,
    ...(text !== undefined && { text }),
    on: dayOf(revealedAt!),
    ...(reply !== undefined && { reply }),
  };
}
