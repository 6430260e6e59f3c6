/** Other ways to make an order of people from the same acts, to compare with. */
import { type Act, isTie, voiceOf } from '../../../packages/schema/src/trust/reputation/index.ts';
import type { World } from './simulation.ts';

type Scores = Float64Array;

/** Voices of different people, each counted once. */
export function rawCounts({ people, acts }: World): Scores {
  const scores = new Float64Array(people);
  const seen = new Set<number>();
  for (const { from, to, kind } of acts) {
    const pair = from * people + to;
    if (kind !== 'endorsement' || seen.has(pair)) continue;
    seen.add(pair);
    scores[to]! += 1;
  }
  return scores;
}

/** The lower bound of the part of good reviews, at 95 percent (Wilson, 1927). */
export function wilson({ people, acts }: World): Scores {
  const [good, all] = [new Float64Array(people), new Float64Array(people)];
  for (const { to, kind, rating = 0 } of acts) {
    if (kind !== 'review') continue;
    all[to]! += 1;
    good[to]! += (rating - 1) / 4;
  }
  const z = 1.96;
  return all.map((count, person) => {
    if (count === 0) return 0;
    const part = good[person]! / count;
    const spread = z * Math.sqrt((part * (1 - part) + (z * z) / (4 * count)) / count);
    return (part + (z * z) / (2 * count) - spread) / (1 + (z * z) / count);
  });
}

/** The mean of reviews, drawn to the mean of all by ten reviews' weight. */
export function bayesian({ people, acts }: World): Scores {
  const [sums, counts] = [new Float64Array(people), new Float64Array(people)];
  const reviews = acts.filter(({ kind }) => kind === 'review');
  for (const { to, rating = 0 } of reviews) [sums[to], counts[to]] = [sums[to]! + rating, counts[to]! + 1];
  const mean = reviews.reduce((sum, { rating = 0 }) => sum + rating, 0) / reviews.length;
  return sums.map((sum, person) => (sum + 10 * mean) / (counts[person]! + 10));
}

/** Kamvar, Schlosser and Garcia-Molina, "The EigenTrust algorithm", WWW 2003, with verified people as those trusted beforehand. */
export function eigenTrust({ people, verified, acts }: World, restart = 0.15): Scores {
  const to: Map<number, number>[] = Array.from({ length: people }, () => new Map());
  for (const act of acts)
    if (isTie(act)) to[act.from]!.set(act.to, (to[act.from]!.get(act.to) ?? 0) + voiceOf(act as Act));
  let trust = new Float64Array(people);
  for (const person of verified) trust[person] = 1 / verified.length;
  for (let round = 0; round < 50; round += 1) {
    const next = new Float64Array(people);
    for (const person of verified) next[person]! += restart / verified.length;
    for (const [from, given] of to.entries()) {
      const all = [...given.values()].reduce((sum, each) => sum + each, 0);
      for (const [person, each] of given) next[person]! += ((1 - restart) * trust[from]! * each) / all;
    }
    trust = next;
  }
  return trust;
}

/** Spearman's correlation of two lists of the same length. */
export function rankCorrelation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [first, second] = [ranksOf(one), ranksOf(other)];
  const mean = (first.length + 1) / 2;
  let [both, ones, others] = [0, 0, 0];
  for (const [at, rank] of first.entries()) {
    const [x, y] = [rank - mean, second[at]! - mean];
    [both, ones, others] = [both + x * y, ones + x * x, others + y * y];
  }
  return both / Math.sqrt(ones * others);
}

/** From 1 on; equal values share the mean of their ranks. */
function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let at = 0; at < order.length;) {
    let end = at + 1;
    while (end < order.length && values[order[end]!] === values[order[at]!]) end += 1;
    for (let tied = at; tied < end; tied += 1) ranks[order[tied]!] = (at + 1 + end) / 2;
    at = end;
  }
  return ranks;
}

/** The part of the best 300 whom `attackers` are. */
export function shareOfTop(scores: ArrayLike<number>, attackers: readonly number[], top = 300): number {
  const best = Array.from(scores, (_, at) => at)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, top);
  const theirs = new Set(attackers);
  return best.filter((person) => theirs.has(person)).length / top;
}
