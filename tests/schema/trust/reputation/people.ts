/**
 * Simulated honest people: quality decides how many votes a person receives and what they say, and activity how many a person casts.
 * The constants are chosen so that raw counts and EigenTrust rank these people as well as the owner of the product measured: 0.84 and 0.66.
 */
import type { ReputationInput, Vote } from '../../../../packages/schema/src/trust/reputation/index.ts';
import { Random } from '../../../local/ledger/random.ts';

export const YEAR = 365 * 24 * 60 * 60 * 1000;
/** The time for which all is computed. */
export const NOW = 60 * YEAR;

const PEOPLE = 5_000;
const VERIFIED = 250;
/** Votes of each kind that a person receives on average. */
const RECEIVED = { endorsement: 12, review: 4, completion: 4 };
/** Effect of quality on the number of votes, as an exponent. */
const NOTICE = 0.5;
/** Spread of activity: the standard deviation of its logarithm. */
const ACTIVITY = 0.5;
/** Age of the oldest votes. */
const OLDEST = 3 * YEAR;

export type World = Omit<ReputationInput, 'votes' | 'verified'> & {
  votes: Vote[];
  verified: number[];
  /** True quality of the honest people, who have the first numbers. */
  quality: Float64Array;
  random: Random;
};

export function honestPeople(seed: number): World {
  const random = new Random(seed);
  const quality = Float64Array.from({ length: PEOPLE }, () => normal(random));
  const pickVoter = voters(random);
  const votes: Vote[] = [];
  for (const [to, good] of quality.entries()) {
    const notice = Math.exp(NOTICE * good - NOTICE ** 2 / 2);
    for (const kind of ['endorsement', 'review', 'completion'] as const)
      for (let left = poisson(random, RECEIVED[kind] * notice); left > 0; left -= 1) {
        const between = { from: pickVoter(), to, at: NOW - random.next() * OLDEST };
        votes.push(voteOf(kind, between, good, random));
      }
  }
  const verified = random.shuffled([...quality.keys()]).slice(0, VERIFIED);
  return { people: PEOPLE, quality, votes, verified, asOf: NOW, random };
}

function voteOf(kind: Vote['kind'], between: Pick<Vote, 'from' | 'to' | 'at'>, good: number, random: Random): Vote {
  if (kind === 'endorsement') return { kind, ...between };
  if (kind === 'review')
    return { kind, ...between, rating: Math.min(5, Math.max(1, Math.round(3.8 + 0.6 * good + 0.8 * normal(random)))) };
  const agreed = random.integer(1, 5);
  const chance = 1 / (1 + Math.exp(-2 - good));
  const completed = Array.from({ length: agreed }, () => random.next() < chance).filter(Boolean).length;
  return { kind, ...between, agreed, completed };
}

/** Draws voters by their activity. */
function voters(random: Random): () => number {
  const sums: number[] = [];
  for (let person = 0, sum = 0; person < PEOPLE; person += 1) {
    sum += Math.exp(ACTIVITY * normal(random));
    sums.push(sum);
  }
  return () => {
    const drawn = random.next() * sums.at(-1)!;
    let low = 0;
    let high = PEOPLE - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Box and Muller 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** Knuth, The Art of Computer Programming 2, 3.4.1: means here are below 100. */
function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random.next()) count += 1;
  return count;
}
