/**
 * The weight of an endorsement of a skill: how much is publicly known of the person who gives it. It is taken when the
 * endorsement is signed, from what the public sees of its author then, so that it tells nothing that they hide.
 */
import type { VerificationLevel } from '../verification/levels.ts';

/** By the author's level. Addresses and numbers can be had in any quantity, so they count for half at most. */
const LEVEL_WEIGHT = {
  none: 0.25,
  email: 0.5,
  phone: 0.5,
  organisation: 1,
  government: 1,
} as const satisfies Record<VerificationLevel, number>;

/** Entries of a portfolio that count, of those that name the skill. */
const COUNTED_ENTRIES = 4;

/** The public evidence of an author. */
export interface AuthorEvidence {
  level: VerificationLevel;
  /** Entries of the author's own portfolio that name the skill. */
  entries: number;
}

/** From 0.25, for an author of whom nothing is known, to 2. */
export function endorsementWeight({ level, entries }: AuthorEvidence): number {
  return LEVEL_WEIGHT[level] * (1 + Math.min(Math.max(entries, 0), COUNTED_ENTRIES) / COUNTED_ENTRIES);
}
