/** Twenty simulated worlds under three shapes of attack: who comes among the best, how honest people are ordered, what a rival loses. */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { attacked, rankOf, sumsOf } from '../schema/trust/attacks.ts';
import { eigenTrust, rankCorrelation, rawCounts, shareOfTop } from '../schema/trust/rivals.ts';
import {
  HONEST,
  honestWorld,
  withBombing,
  withLonersBombing,
  withRing,
  withSockpuppets,
} from '../schema/trust/simulation.ts';

export const name = 'reputation';

const SEEDS = { short: 2, full: 20 };
/** Places of the people who are bombed, of 5,000. */
const VICTIMS = [10, 250, 1000, 2500, 4000];

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const [share, order, loss]: number[][] = [[], [], []];
  const [countsShare, countsOrder, eigenOrder]: number[][] = [[], [], []];
  const seeds = short ? SEEDS.short : SEEDS.full;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const world = honestWorld(seed);
    const honest = (scores: Float64Array) => rankCorrelation(scores.subarray(0, HONEST), world.quality);
    const attacks = [withRing(world, seed + 100), withSockpuppets(world, seed + 200)];
    for (const attack of attacks) {
      const [found, counts] = [sumsOf(attack), rawCounts(attack)];
      share!.push(shareOfTop(found, attack.attackers));
      order!.push(honest(found));
      countsShare!.push(shareOfTop(counts, attack.attackers));
      countsOrder!.push(honest(counts));
      eigenOrder!.push(honest(eigenTrust(attack)));
    }
    const before = sumsOf(world);
    for (const place of VICTIMS) {
      const victim = rankOf(before).indexOf(place);
      for (const bombing of [withBombing(world, seed + 300, victim), withLonersBombing(world, seed + 400, victim)])
        loss!.push(attacked(bombing, before, victim));
      signal.throwIfAborted();
      await new Promise(setImmediate);
    }
    progress(`seed ${seed} of ${seeds}: largest loss ${Math.max(...loss!).toFixed(4)}`);
  }
  const figure = (what: string, value: number, unit: string, more: Partial<Figure> = {}): Figure => ({
    name: what,
    value: Number(value.toFixed(4)),
    unit,
    ...more,
  });
  const [most, least] = [(all: number[]) => Math.max(...all), (all: number[]) => Math.min(...all)];
  yield figure('attackers among the best 300, at most', most(share!), 'part', {
    baseline: most(countsShare!),
    goal: { at: 'most', value: 0.01 },
  });
  yield figure('rank correlation with quality among honest people, at least', least(order!), 'Spearman', {
    baseline: least(countsOrder!),
    goal: { at: 'least', value: 0.8 },
  });
  yield figure('the same by EigenTrust', least(eigenOrder!), 'Spearman');
  yield figure('rank that a bombed rival loses, at most', most(loss!), 'part of all places', {
    goal: { at: 'most', value: 0.05 },
  });
}
