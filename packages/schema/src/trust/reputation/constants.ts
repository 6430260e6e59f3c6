/** The constants of the reputation index. docs/reputation.md gives the measurements behind those without a published source. */

/**
 * Share of trust that a vote passes on; the rest ends with its receiver. 0.85 is the damping of PageRank (Brin and Page 1998)
 * and of EigenTrust in its evaluation (Kamvar, Schlosser and Garcia-Molina 2003).
 */
export const DAMPING = 0.85;

/**
 * Votes among which a person's trust is divided at least. Without it, a person with a single vote to sell would pass all of
 * their trust through it.
 */
export const LEAST_DIVISOR = 5;

/**
 * Share of all trust held by voters whose votes count less than one. A lower share treats more honest voters alike, a
 * higher one leaves less to people whom few trust.
 */
export const PARTIAL_SHARE = 0.1;

/** Time in which a vote loses half of its freshness, in milliseconds: two years of 365 days. */
export const HALF_LIFE = 2 * 365 * 24 * 60 * 60 * 1000;

/**
 * Weight of not knowing, in votes: somebody with this many good votes has half of the scale. The beta reputation system has 2 here
 * (Jøsang and Ismail 2002), with which ten votes and a hundred differ little, and a few bad ones outweigh many good ones.
 */
export const PRIOR_WEIGHT = 20;

/** Votes against a person that count at once, each of full weight, however many arrive. */
export const AGAINST_AT_ONCE = 1;

/** Time after which another such number counts, in milliseconds: a week. */
export const AGAINST_PERIOD = 7 * 24 * 60 * 60 * 1000;

/** Greatest number of people in one computation. */
export const MAX_PEOPLE = 1_000_000;

/** Greatest number of votes in one computation. */
export const MAX_VOTES = 10_000_000;
