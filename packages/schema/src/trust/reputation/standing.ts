/**
 * The rules of the index for one person at a time: what follows for them from votes that are known and from what their voters
 * stand at. The whole computation is `Reputation`; repeated over all people whose voters changed, these rules come to the same.
 */
import { DAMPING, LEAST_DIVISOR } from './constants.ts';
import type { ReceivedVote } from './evidence.ts';
import { type Explanation, explain } from './explanation.ts';
import { type VoteKind, freshnessOf } from './votes.ts';

/** A vote between the person and another, whom `other` names. */
export interface StandingVote {
  kind: VoteKind;
  other: string;
  /** Milliseconds since 1970. */
  at: number;
  /** 0 to 1. */
  value: number;
}

/**
 * Change of what a vote of a person carries that is passed on to those for whom they voted, in units of a verified person's trust.
 * All of the rest of a person whose votes carry nothing any more is passed on.
 */
export const VOTE_PRECISION = 1e-6;

/** Of several votes of one kind with one person the latest; of equally late ones the lowest. */
export function countedVotes<V extends StandingVote>(votes: readonly V[]): V[] {
  const counted = new Map<string, V>();
  for (const vote of votes) {
    const pair = `${vote.kind}:${vote.other}`;
    const before = counted.get(pair);
    if (!before || vote.at > before.at || (vote.at === before.at && vote.value < before.value)) counted.set(pair, vote);
  }
  return [...counted.values()];
}

/** Trust that reaches a person: their own, and what the votes for them pass on. `perVote`: what a fresh vote of a voter carries. */
export function trustFrom(
  isVerified: boolean,
  received: readonly StandingVote[],
  perVote: (voter: string) => number,
  asOf: number,
): number {
  return countedVotes(received).reduce(
    (sum, { other, at, value }) => sum + DAMPING * perVote(other) * freshnessOf(at, asOf) * value,
    isVerified ? 1 : 0,
  );
}

/**
 * The trust that a fresh vote of a person carries; 0 for somebody who cast none. So little that it would not be passed on is
 * nothing: it would go round among people who voted for each other, after those who gave them trust had lost it.
 */
export function perVoteOf(trust: number, cast: readonly StandingVote[], asOf: number): number {
  const counted = countedVotes(cast);
  if (counted.length === 0) return 0;
  const divisor = counted.reduce((sum, { at }) => sum + freshnessOf(at, asOf), 0);
  const carried = trust / Math.max(LEAST_DIVISOR, divisor);
  return carried > VOTE_PRECISION ? carried : 0;
}

/** Whether those for whom a person voted are to be computed again. */
export function isNews(told: number, perVote: number): boolean {
  return Math.abs(perVote - told) > VOTE_PRECISION || (perVote === 0 && told !== 0);
}

/** The index of a person, explained. `threshold`: the trust a vote from which votes count in full; undefined where none counts. */
export function explainStanding(
  received: readonly StandingVote[],
  perVote: (voter: string) => number,
  { asOf, threshold }: { asOf: number; threshold: number | undefined },
): Explanation {
  const votes = countedVotes(received).map(({ other, kind, at, value }): ReceivedVote & { other: string } => ({
    other,
    kind,
    at: Math.min(at, asOf),
    weight: threshold === undefined ? 0 : Math.min(1, perVote(other) / threshold),
    freshness: freshnessOf(at, asOf),
    value,
  }));
  // Equally old votes in an order that depends on nothing but the votes.
  votes.sort((a, b) => a.at - b.at || byCodeUnits(`${a.other}:${a.kind}`, `${b.other}:${b.kind}`));
  return explain(votes);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
