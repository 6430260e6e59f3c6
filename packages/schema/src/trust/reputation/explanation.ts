/** The index explained to its owner, as data: its parts, its uncertainty and the steps that would raise it. */
import { type EvidenceByKind, type ReceivedVote, evidenceOf, sumOf } from './evidence.ts';
import { type Evidence, expectedShare, opinionOf } from './opinion.ts';
import { type VoteKind, voteKinds } from './votes.ts';

export type ReputationPart = {
  kind: VoteKind;
  /** Votes received: a whole number. */
  votes: number;
  /** The same as they count, by the weight of each voter and by freshness: 0 to `votes`. */
  counted: number;
  /** Points of the index that the votes bring, 0 to 100. */
  points: number;
  /** Points by which the index would rise if nothing in these votes spoke against the person, 0 to 100. */
  lost: number;
  /** Expected share of what speaks for the person, 0 to 1; one half without votes. For reviews 1 stands for five stars and 0 for one. */
  share: number;
};

/**
 * Changes that raise the index: one more vote of full weight, votes as fresh as on their first day, and voters of full weight. The
 * gains are not to be added up.
 */
export const reputationSteps = ['another-vote', 'fresher-votes', 'trusted-voters'] as const;

export type ReputationStep = {
  step: (typeof reputationSteps)[number];
  /** Points by which the index would rise: more than 0. */
  gain: number;
};

export type Explanation = {
  /** The index, 0 to 100: the sum of the parts' points, and the lower end of what is possible. */
  score: number;
  /** The index if all that is not known spoke for the person, 0 to 100. */
  possible: number;
  /** 0 to 1: `possible` less `score`, over 100. 1 without votes that count. */
  uncertainty: number;
  /** In the order of `voteKinds`. */
  parts: ReputationPart[];
  /** The one with the greatest gain first. */
  steps: ReputationStep[];
};

/** @param votes of one person, oldest first */
export function explain(votes: readonly ReceivedVote[]): Explanation {
  const evidence = evidenceOf(votes);
  const { belief, uncertainty } = opinionOf(sumOf(evidence));
  return {
    score: 100 * belief,
    possible: 100 * (belief + uncertainty),
    uncertainty,
    parts: voteKinds.map((kind) => partOf(kind, votes, evidence)),
    steps: stepsOf(votes, sumOf(evidence)),
  };
}

function partOf(kind: VoteKind, votes: readonly ReceivedVote[], evidence: EvidenceByKind): ReputationPart {
  const all = sumOf(evidence);
  const { positive, negative } = evidence[kind];
  const { belief } = opinionOf(all);
  const withoutNegative = sumOf({ ...evidence, [kind]: { positive, negative: 0 } });
  return {
    kind,
    votes: votes.filter((vote) => vote.kind === kind).length,
    counted: positive + negative,
    points: all.positive === 0 ? 0 : (100 * belief * positive) / all.positive,
    lost: 100 * (opinionOf(withoutNegative).belief - belief),
    share: expectedShare(evidence[kind]),
  };
}

function stepsOf(votes: readonly ReceivedVote[], all: Evidence): ReputationStep[] {
  const after: Record<ReputationStep['step'], Evidence> = {
    'another-vote': { ...all, positive: all.positive + 1 },
    'fresher-votes': sumOf(evidenceOf(votes.map((vote) => ({ ...vote, freshness: 1 })))),
    'trusted-voters': sumOf(evidenceOf(votes.map((vote) => ({ ...vote, weight: 1 })))),
  };
  const { belief } = opinionOf(all);
  return reputationSteps
    .map((step) => ({ step, gain: 100 * (opinionOf(after[step]).belief - belief) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);
}
