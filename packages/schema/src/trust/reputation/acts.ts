/**
 * Acts of one person towards another, and how much one voice counts. An act says something for the person at whom it is aimed, or
 * against them; the parts of an index are the sums of these, each weighted by the trust in the one who acted.
 */
import { days } from '../../contract/retention.ts';

export const actKinds = ['endorsement', 'review', 'completion'] as const;
export type ActKind = (typeof actKinds)[number];

/** People are numbers from 0 on. Times are Unix milliseconds. */
export interface Act {
  readonly from: number;
  readonly to: number;
  readonly kind: ActKind;
  readonly at: number;
  /** Of a review: 1 to 5. */
  readonly rating?: number;
}

/** Time in which a voice comes to count half, in milliseconds. */
export const HALF_LIFE_MS = days(730);

/** A completed gig says less than words that somebody wrote. */
const COMPLETION = 0.5;

/**
 * A complaint counts a quarter of what praise counts: reviews are few, and a rival needs no more than the wish to write a bad one.
 */
const COMPLAINT = 0.25;

/** The voice of one act at its time: -0.25 to 1. */
export function voiceOf({ kind, rating = 3 }: Pick<Act, 'kind' | 'rating'>): number {
  if (kind === 'endorsement') return 1;
  if (kind === 'completion') return COMPLETION;
  const praise = (rating - 3) / 2;
  return praise < 0 ? praise * COMPLAINT : praise;
}

/** Whether trust goes through the act: a complaint ties nobody to the one who complains. */
export function isTie(act: Pick<Act, 'kind' | 'rating'>): boolean {
  return voiceOf(act) > 0;
}

/** The part that is left of a voice of `at` at the time `now`: 0 to 1. An act of the future counts as one of now. */
export function decayAt(at: number, now: number): number {
  return 2 ** (-Math.max(0, now - at) / HALF_LIFE_MS);
}
