/** Reviews of gigs as others see them, and as the two parties do. */
import * as z from 'zod';
import { handleSchema, itemIdSchema, line, partialDate, prose } from '../../contract/text.ts';
import { days } from '../../contract/retention.ts';
import { storedReviewStates } from './states.ts';

/** Most reviews that a view holds, the last first. */
export const MAX_REVIEWS = 20;
/** Most gigs of a person that can be reviewed, and so most reviews that they write: the last ones. */
export const MAX_REVIEWED_GIGS = 200;
/** Time to review a gig, from when the deployment hears of it, in milliseconds. Then all that was written is revealed. */
export const REVIEW_MS = days(14);
/** Most characters of a review and of a reply. */
export const MAX_REVIEW_TEXT = 1000;

/** The parties of a gig: `performer` did it, `client` had it done. */
export const gigParties = ['performer', 'client'] as const;
export type GigParty = (typeof gigParties)[number];

export const ratingSchema = z
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(5, 'must be at most 5');

const text = prose(MAX_REVIEW_TEXT);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A review of a person. It names neither its author nor the gig: these are their own, and have rows of their own. */
export const reviewSchema = z.strictObject({
  /** Names the review in settings: `reviews/{id}`. */
  id: itemIdSchema,
  /** The party that wrote it. */
  by: z.enum(gigParties),
  rating: ratingSchema,
  text: text.optional(),
  /** A day of UTC: when it was revealed. */
  on: day,
  reply: text.optional(),
});
export type Review = z.infer<typeof reviewSchema>;

export const writtenReviewSchema = z.strictObject({ rating: ratingSchema, text: text.optional() });
export type WrittenReview = z.infer<typeof writtenReviewSchema>;

/** A gig of the caller's, with their own review and, once it is revealed, that of the other party. */
export const reviewedGigSchema = z.strictObject({
  gig: itemIdSchema,
  title: line(200),
  completedOn: partialDate,
  /** The caller's own part in the gig. */
  as: z.enum(gigParties),
  /** The handle of the other party, where they have one and the caller may know of it. */
  other: handleSchema.optional(),
  /** Unix milliseconds: until then both parties write; then all that was written is revealed. It depends on no review. */
  closesAt: z.number(),
  /** Whether the caller may write or edit their review now. */
  open: z.boolean(),
  own: z
    .strictObject({
      ...writtenReviewSchema.shape,
      state: z.enum(storedReviewStates),
      writtenAt: z.number(),
      reply: text.optional(),
    })
    .optional(),
  /** Absent until both are revealed, whether it is written or not. */
  received: z.strictObject({ ...reviewSchema.shape, canReply: z.boolean() }).optional(),
});
export type ReviewedGig = z.infer<typeof reviewedGigSchema>;
