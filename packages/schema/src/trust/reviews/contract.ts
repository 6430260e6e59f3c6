/** Public functions by which the parties of a gig review each other. */
import * as z from 'zod';
import { query } from '../../contract/define.ts';
import { mutation } from '../../contract/mutation.ts';
import { members } from '../../contract/principals.ts';
import { itemIdSchema, prose } from '../../contract/text.ts';
import { MAX_REVIEWED_GIGS, MAX_REVIEW_TEXT, reviewedGigSchema, writtenReviewSchema } from './document.ts';

const rate = { rate: 60, periodMs: 60 * 60 * 1000, capacity: 60 };
const gig = itemIdSchema;

export const reviewsContract = {
  mine: query({
    callers: members,
    summary: `The caller's last ${MAX_REVIEWED_GIGS} gigs that can be reviewed, with their own reviews and those of the other parties that are revealed.`,
    args: z.strictObject({}),
    result: z.array(reviewedGigSchema).max(MAX_REVIEWED_GIGS),
    reveals:
      "The other party's review once both are revealed, and nothing of it before, its existence included. The other party's handle, to those who may see their profile.",
  }),
  write: mutation({
    callers: members,
    summary:
      'Writes the review of a gig, or edits it while it is sealed. Both reviews are revealed once both are written, else when the time to write is over.',
    args: z.strictObject({ gig, ...writtenReviewSchema.shape }),
    result: z.strictObject({ revealed: z.boolean() }),
    errors: ['not_found', 'not_ready'],
    rate,
    audit: { subject: 'profile', changed: '`reviews` and the step' },
    reveals: 'By `revealed`, that the other party has written theirs.',
  }),
  withdraw: mutation({
    callers: members,
    summary:
      'Takes the review of a gig back. One that is sealed can be written anew; one that was revealed cannot, and its reply goes with it.',
    args: z.strictObject({ gig }),
    result: z.strictObject({}),
    errors: ['not_found'],
    rate,
    audit: { subject: 'profile', changed: '`reviews` and the step' },
    reveals: 'Nothing about others.',
  }),
  reply: mutation({
    callers: members,
    summary: 'Answers a review that the caller received, once.',
    args: z.strictObject({ gig, text: prose(MAX_REVIEW_TEXT) }),
    result: z.strictObject({}),
    errors: ['not_found', 'not_ready'],
    rate,
    audit: { subject: 'profile', changed: '`reviews` and the step' },
    reveals: 'Nothing about others.',
  }),
};
