/**
 * The states of one party's review of a gig, and the steps between them. A review is sealed until both parties have written
 * theirs, or the time to write is over. The backend changes a state by `reviewStateAfter` alone.
 */
export const reviewStates = ['none', 'sealed', 'revealed', 'answered', 'withdrawn'] as const;
export type ReviewState = (typeof reviewStates)[number];

/**
 * `write`: the author writes it, or edits it while it is sealed. `reveal`: the other party has written too, or the clock.
 * `reply`: the person reviewed answers, once. `withdraw`: the author takes it back; after it was revealed they write no other,
 * since they have read what the other party wrote.
 */
export const reviewSteps = ['write', 'reveal', 'reply', 'withdraw'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export const reviewTransitions = {
  none: { write: 'sealed' },
  sealed: { write: 'sealed', reveal: 'revealed', withdraw: 'none' },
  revealed: { reply: 'answered', withdraw: 'withdrawn' },
  answered: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies Record<ReviewState, Partial<Record<ReviewStep, ReviewState>>>;

/** The states in which a row of a review can be. */
export const storedReviewStates = ['sealed', 'revealed', 'answered', 'withdrawn'] as const;
export type StoredReviewState = (typeof storedReviewStates)[number];

/** The state after a step; undefined where the table has no such step from there. */
export function reviewStateAfter(state: ReviewState, step: ReviewStep): ReviewState | undefined {
  const steps: Partial<Record<ReviewStep, ReviewState>> = reviewTransitions[state];
  return steps[step];
}
