/** One trial of the index: a seed's honest people under each attack, with the rankings that the index is compared with. */
import { Reputation } from '../../../../packages/schema/src/trust/reputation/index.ts';
import { withBombing, withBurst, withRing } from './attacks.ts';
import { type World, honestPeople } from './people.ts';
import {
  bayesianAverage,
  bothDirections,
  eigenTrust,
  rankCorrelation,
  ranks,
  rawCounts,
  shareOfTop,
  wilson,
} from './rankings.ts';

/** Rankings by name, from the votes and verified people of a world. */
export const rankings = {
  index: (world: World) => new Reputation(world).scores(),
  'index of endorsements': (world: World) =>
    new Reputation({ ...world, votes: world.votes.filter(({ kind }) => kind === 'endorsement') }).scores(),
  'raw counts': rawCounts,
  Wilson: wilson,
  'Bayesian average': bayesianAverage,
  EigenTrust: eigenTrust,
  'both directions': bothDirections,
};

export type RankingName = keyof typeof rankings;

const known = new WeakMap<World, Map<RankingName, Float64Array>>();

/** Scores are kept for each world: several measures read the same ones. */
function scoresOf(name: RankingName, world: World): Float64Array {
  const kept = known.get(world) ?? new Map<RankingName, Float64Array>();
  known.set(world, kept);
  const scores = kept.get(name) ?? rankings[name](world);
  kept.set(name, scores);
  return scores;
}

export type Standing = {
  /** Spearman's correlation of the honest people's scores with their true quality. */
  correlation: number;
  /** Attackers' share of the top 300. */
  attackers: number;
};

export function standing(name: RankingName, world: World): Standing {
  const scores = scoresOf(name, world);
  return {
    correlation: rankCorrelation(scores, world.quality),
    attackers: shareOfTop(scores, (person) => person >= world.quality.length),
  };
}

/** The greatest loss of rank among the victims, as a share of the honest people. */
export function greatestLoss(name: RankingName, before: World, after: World, victims: readonly number[]): number {
  const [old, now] = [before, after].map((world) =>
    ranks([...scoresOf(name, world).subarray(0, before.quality.length)]),
  );
  return Math.max(...victims.map((victim) => (old![victim]! - now![victim]!) / before.quality.length));
}

/** Ten people of the upper half by raw counts, from the middle to the first. */
export function rivals(world: World): number[] {
  const ranked = ranks([...rawCounts(world)]);
  const order = [...ranked.keys()].sort((a, b) => ranked[a]! - ranked[b]! || a - b);
  return Array.from({ length: 10 }, (_, place) => order[Math.floor((order.length - 1) * (0.55 + 0.05 * place))]!);
}

export type Trial = {
  honest: World;
  ring: World;
  burst: World;
  bombing: World;
  victims: number[];
};

export function trialOf(seed: number): Trial {
  const honest = honestPeople(seed);
  const victims = rivals(honest);
  return {
    honest,
    victims,
    ring: withRing(honest),
    burst: withBurst(honest),
    bombing: withBombing(honest, victims),
  };
}

/** The bounds of the owner of the product, for every seed and attack. */
export const BOUNDS = { attackers: 0.01, correlation: 0.8, loss: 0.05 };

/** Correlations of honest people without an attack, around those that the owner of the product measured: 0.84 and 0.66. */
export const MEASURED = { 'raw counts': [0.82, 0.86], EigenTrust: [0.62, 0.7] } as const;
