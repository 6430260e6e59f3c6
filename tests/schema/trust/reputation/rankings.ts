/** Measures of a ranking, and the rankings with which the index is compared. */
import type { Vote } from '../../../../packages/schema/src/trust/reputation/index.ts';
import type { World } from './people.ts';

/** Number of the best people who are looked at. */
export const TOP = 300;

/** Share of `isCounted` people among the `TOP` with the greatest scores; of equal scores the later number comes first, which favours attackers. */
export function shareOfTop(scores: ArrayLike<number>, isCounted: (person: number) => boolean): number {
  const order = Uint32Array.from({ length: scores.length }, (_, person) => person);
  const top = order.sort((a, b) => scores[b]! - scores[a]! || b - a).subarray(0, TOP);
  return top.filter(isCounted).length / TOP;
}

/** Spearman's rank correlation over the first `reference.length` people; equal values have the mean of their ranks. */
export function rankCorrelation(scores: ArrayLike<number>, reference: ArrayLike<number>): number {
  const count = reference.length;
  const a = ranks(Array.from({ length: count }, (_, person) => scores[person]!));
  const b = ranks(Array.from(reference));
  const mean = (count - 1) / 2;
  let both = 0;
  let [ofA, ofB] = [0, 0];
  for (let person = 0; person < count; person += 1) {
    both += (a[person]! - mean) * (b[person]! - mean);
    ofA += (a[person]! - mean) ** 2;
    ofB += (b[person]! - mean) ** 2;
  }
  return both / Math.sqrt(ofA * ofB);
}

/** Ranks from 0 for the least value. */
export function ranks(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const ranked = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let next = first;
    while (next < order.length && values[order[next]!] === values[order[first]!]) next += 1;
    for (const person of order.slice(first, next)) ranked[person] = (first + next - 1) / 2;
    first = next;
  }
  return ranked;
}

export function rawCounts({ people, votes }: World): Float64Array {
  const counts = new Float64Array(people);
  for (const { kind, to } of votes) if (kind === 'endorsement') counts[to]! += 1;
  return counts;
}

/** Lower end of the 95 % interval for the share of reviews of at least four stars (Wilson 1927). */
export function wilson({ people, votes }: World): Float64Array {
  const [good, all] = [new Float64Array(people), new Float64Array(people)];
  for (const vote of votes.filter(isReview)) {
    all[vote.to]! += 1;
    if (vote.rating >= 4) good[vote.to]! += 1;
  }
  const z = 1.96;
  return all.map((n, person) => {
    if (n === 0) return 0;
    const p = good[person]! / n;
    return (p + z ** 2 / (2 * n) - z * Math.sqrt((p * (1 - p) + z ** 2 / (4 * n)) / n)) / (1 + z ** 2 / n);
  });
}

/** Mean rating with ten reviews of the mean rating of all added. */
export function bayesianAverage({ people, votes }: World): Float64Array {
  const [sum, all] = [new Float64Array(people), new Float64Array(people)];
  const reviews = votes.filter(isReview);
  for (const { to, rating } of reviews) {
    sum[to]! += rating;
    all[to]! += 1;
  }
  const mean = reviews.reduce((total, { rating }) => total + rating, 0) / reviews.length;
  return sum.map((each, person) => (each + 10 * mean) / (all[person]! + 10));
}

function isReview(vote: Vote): vote is Vote & { kind: 'review' } {
  return vote.kind === 'review';
}

/** EigenTrust over endorsements (Kamvar, Schlosser and Garcia-Molina 2003): the verified are pre-trusted, and 60 rounds leave less than 0.0001. */
export function eigenTrust({ people, votes, verified }: World, rounds = 60): Float64Array {
  const endorsements = votes.filter(({ kind }) => kind === 'endorsement');
  const cast = new Float64Array(people);
  for (const { from } of endorsements) cast[from]! += 1;
  let trust = new Float64Array(people);
  for (const person of verified) trust[person] = 1 / verified.length;
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(people);
    for (const { from, to } of endorsements) next[to]! += (0.85 * trust[from]!) / cast[from]!;
    const restart = (1 - next.reduce((sum, each) => sum + each, 0)) / verified.length;
    for (const person of verified) next[person]! += restart;
    trust = next;
  }
  return trust;
}

/**
 * The weight that the exploration of this index began with: a walk along votes in both directions (SybilRank, Cao and others 2012),
 * divided by degree and capped at the median, and for each person the sum of the weights of endorsers.
 */
export function bothDirections({ people, votes, verified }: World, rounds = 60): Float64Array {
  const endorsements = votes.filter(({ kind }) => kind === 'endorsement');
  const degree = new Float64Array(people);
  for (const { from, to } of endorsements) {
    degree[from]! += 1;
    degree[to]! += 1;
  }
  let trust = new Float64Array(people);
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(people);
    for (const person of verified) next[person] = 0.15 / verified.length;
    for (const { from, to } of endorsements) {
      next[to]! += (0.85 * trust[from]!) / degree[from]!;
      next[from]! += (0.85 * trust[to]!) / degree[to]!;
    }
    trust = next;
  }
  const weight = trust.map((each, person) => (degree[person] === 0 ? 0 : each / degree[person]!));
  const cap = weight.toSorted()[people >> 1]!;
  const scores = new Float64Array(people);
  for (const { from, to } of endorsements) scores[to]! += Math.min(cap, weight[from]!);
  return scores;
}
