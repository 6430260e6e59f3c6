/**
 * Pairs that differ only in places that the viewer may not see. A million profiles: the projection gives the same bytes. 50,000
 * pairs of running deployments: every path gives the same bytes, and no frame tells of the difference.
 */
import fc from 'fast-check';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { tryPairs } from '../local/pairs/run.ts';
import { faultOf, pair, partedEdits } from '../schema/pairs.ts';

export const name = 'non-interference';

const PAIRS = { short: 20_000, full: 1_000_000 };
const BATCH = 5_000;
const RUNNING = { short: 2_000, full: 50_000 };
/** Pairs in the life of two deployments: their people and partners have limits. */
const LIFE = 2_000;

export async function* run(context: MeasureContext): AsyncIterable<Figure> {
  yield* pureFunctions(context);
  yield* runningDeployments(context);
}

async function* pureFunctions({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const pairs = short ? PAIRS.short : PAIRS.full;
  const seed = Math.floor(Math.random() * 2 ** 31);
  progress(`seed ${seed}: ${pairs} pairs on the pure functions`);
  let [same, hidden] = [0, 0];
  for (let batch = 0; same < pairs; batch += 1) {
    signal.throwIfAborted();
    for (const tried of fc.sample(pair, { numRuns: BATCH, seed: seed + batch })) {
      const fault = faultOf(tried);
      if (fault !== null) throw new Error(`${fault}: ${JSON.stringify(tried)}`);
      if (partedEdits(tried).hidden.length > 0) hidden += 1;
      same += 1;
    }
    progress(`${same} pairs, ${hidden} of them with a hidden edit`);
    await new Promise(setImmediate);
  }
  yield {
    name: 'pairs that no viewer can tell apart',
    value: same,
    unit: 'pairs',
    goal: { at: 'least', value: pairs },
  };
  yield { name: 'pairs with a hidden edit', value: hidden, unit: 'pairs', goal: { at: 'least', value: pairs / 2 } };
}

async function* runningDeployments({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const wanted = short ? RUNNING.short : RUNNING.full;
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
