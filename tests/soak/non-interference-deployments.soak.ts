/**
 * 50,000 pairs of running deployments that differ only in places that the viewer may not see: every path gives the same bytes,
 * and no frame tells of the difference.
 */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { tryPairs } from '../local/pairs/run.ts';

export const name = 'non-interference-deployments';

const PAIRS = { short: 2_000, full: 50_000 };
/** Pairs in the life of two deployments: their people and partners have limits. */
const LIFE = 2_000;

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const wanted = short ? PAIRS.short : PAIRS.full;
  let [pairs, shown, still] = [0, 0, 0];
  const asked = new Map<string, number>();
  while (pairs < wanted) {
    const seed = Math.floor(Math.random() * 2 ** 31);
    progress(`seed ${seed}: ${LIFE} pairs of running deployments, after ${pairs}`);
    const tally = await tryPairs({ seed, pairs: Math.min(LIFE, wanted - pairs), signal });
    pairs += tally.pairs;
    shown += tally.shown;
    still += tally.still;
    for (const [path, times] of tally.asked) asked.set(path, (asked.get(path) ?? 0) + times);
  }
  const least = Math.min(...asked.values());
  yield { name: 'pairs of running deployments', value: pairs, unit: 'pairs', goal: { at: 'least', value: wanted } };
  yield { name: 'paths asked', value: asked.size, unit: 'paths' };
  yield { name: 'the path asked least', value: least, unit: 'times', goal: { at: 'least', value: 2 } };
  yield { name: 'differences that viewers saw', value: shown, unit: 'differences', goal: { at: 'least', value: 1 } };
  yield { name: 'times without a frame', value: still, unit: 'times', goal: { at: 'least', value: 1 } };
}
