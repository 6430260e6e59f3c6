/** A million pairs of profiles that differ only in places that the viewer may not see: the projection gives the same bytes. */
import fc from 'fast-check';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { faultOf, pair, partedEdits } from '../schema/pairs.ts';

export const name = 'non-interference-profiles';

const PAIRS = { short: 20_000, full: 1_000_000 };
const BATCH = 5_000;

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
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
