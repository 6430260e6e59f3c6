/** Evidence for and against a person from the votes that they received. */
import { AGAINST_AT_ONCE, AGAINST_PERIOD } from './constants.ts';
import type { Evidence } from './opinion.ts';
import { type VoteKind, voteKinds } from './votes.ts';

/** A vote as it counts for its receiver. */
export type ReceivedVote = {
  kind: VoteKind;
  /** Milliseconds since 1970. */
  at: number;
  /** How much a vote of its voter counts, 0 to 1. */
  weight: number;
  /** 0 to 1. */
  freshness: number;
  /** 0 to 1. */
  value: number;
};

export type EvidenceByKind = Record<VoteKind, Evidence>;

/**
 * Sums of the votes of one person, in an order that depends on nothing but the votes: each is worth `weight * freshness`, its value for the
 * person and the rest against. Of the rest at most `AGAINST_AT_ONCE` counts at once, and as much again after each `AGAINST_PERIOD`: a
 * leaky bucket (Turner 1986). Bad news of one day comes from one event, or from one attacker.
 *
 * @param votes oldest first
 */
export function evidenceOf(votes: readonly ReceivedVote[]): EvidenceByKind {
  const sums = Object.fromEntries(voteKinds.map((kind) => [kind, { positive: 0, negative: 0 }])) as EvidenceByKind;
  let room = AGAINST_AT_ONCE;
  let last = -Infinity;
  for (const { kind, at, weight, freshness, value } of votes) {
    sums[kind].positive += weight * freshness * value;
    if (value === 1) continue;
    room = Math.min(AGAINST_AT_ONCE, room + ((at - last) / AGAINST_PERIOD) * AGAINST_AT_ONCE);
    last = at;
    const against = Math.min(room, weight * (1 - value));
    room -= against;
    sums[kind].negative += against * freshness;
  }
  return sums;
}

export function sumOf(evidence: EvidenceByKind): Evidence {
  const all = voteKinds.map((kind) => evidence[kind]);
  return {
    positive: all.reduce((sum, { positive }) => sum + positive, 0),
    negative: all.reduce((sum, { negative }) => sum + negative, 0),
  };
}
