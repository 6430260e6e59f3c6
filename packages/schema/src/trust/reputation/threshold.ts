/** The trust from which a vote counts in full. */
import { PARTIAL_SHARE } from './constants.ts';

/**
 * A quantile of trust a vote, weighted by trust: people who cast votes and whose votes carry less hold `PARTIAL_SHARE` of all trust. The
 * weighting leaves accounts without trust no say in it, however many there are. Infinity where nobody has trust, so that
 * no vote counts.
 *
 * @param trust the trust of each person
 * @param perVote the trust that one fresh vote of each person carries; 0 for people who cast none
 */
export function thresholdOf(trust: Float64Array, perVote: Float64Array): number {
  const voters = Uint32Array.from(perVote.keys())
    .filter((person) => perVote[person]! > 0)
    .sort((a, b) => perVote[a]! - perVote[b]! || a - b);
  const all = voters.reduce((sum, person) => sum + trust[person]!, 0);
  let below = 0;
  for (const person of voters) {
    below += trust[person]!;
    if (below >= PARTIAL_SHARE * all) return perVote[person]!;
  }
  return Infinity;
}
