/**
 * Honest people who endorse and review each other, and those who attack the order of their reputations. Quality is what an index
 * should find: better people get more endorsements and better reviews.
 */
import type { Act } from '../../../packages/schema/src/trust/reputation/index.ts';
import { normal, poisson, randomOf } from './random.ts';

export const NOW = Date.UTC(2031, 4, 1);
const YEAR = 365 * 86_400_000;

export const HONEST = 5000;
const CIRCLES = 100;
/** Endorsements of an average person. */
const ENDORSEMENTS = 8;
/** How far the number of endorsements follows quality: set so that counts alone find 0.84 of its order. */
const SLOPE = 0.6;
const VERIFIED = 0.05;

export const RING = 300;
export const BRIBED = 30;

export interface World {
  people: number;
  /** Quality of honest people, by their numbers from 0 on. */
  quality: Float64Array;
  verified: number[];
  acts: Act[];
  /** Everybody else. */
  attackers: readonly number[];
}

type Random = () => number;

/** Without attackers. */
export function honestWorld(seed: number): World {
  const random = randomOf(seed);
  const quality = Float64Array.from({ length: HONEST }, () => normal(random));
  const acts: Act[] = [];
  for (const [to, worth] of quality.entries()) {
    const voices = new Set(
      Array.from({ length: poisson(random, ENDORSEMENTS * Math.exp(SLOPE * worth)) }, () => peerOf(to, random)),
    );
    voices.delete(to);
    for (const from of voices) {
      acts.push({ from, to, kind: 'endorsement', at: NOW - random() * 3 * YEAR });
      if (random() < 0.4) acts.push({ from, to, kind: 'completion', at: NOW - random() * 3 * YEAR });
      if (random() < 0.3)
        acts.push({ from, to, kind: 'review', rating: ratingOf(worth, random), at: NOW - random() * 3 * YEAR });
    }
  }
  const verified = [...quality.keys()].filter(() => random() < VERIFIED);
  return { people: HONEST, quality, verified, acts, attackers: [] };
}

/** Mostly of the same circle. */
function peerOf(person: number, random: Random): number {
  const size = HONEST / CIRCLES;
  return random() < 0.7
    ? Math.floor(person / size) * size + Math.floor(random() * size)
    : Math.floor(random() * HONEST);
}

function ratingOf(worth: number, random: Random): number {
  return Math.min(5, Math.max(1, Math.round(3.8 + 0.5 * worth + 0.8 * normal(random))));
}

/** A ring whose members endorse and review 60 others of it each, and whom 30 bribed people endorse. */
export function withRing(world: World, seed: number): World {
  const random = randomOf(seed);
  const ring = newcomers(world, RING);
  const acts = ring.flatMap((from) => some(ring, 60, random).flatMap((to) => praise(from, to, NOW - random() * YEAR)));
  return grown(world, ring, [...acts, ...bribes(world, ring, random)]);
}

/** 300 people with ten made-up accounts each, which all speak for them in one day; 30 bribed people endorse those 300. */
export function withSockpuppets(world: World, seed: number): World {
  const random = randomOf(seed);
  const everybody = newcomers(world, RING * 11);
  const [owners, puppets] = [everybody.slice(0, RING), everybody.slice(RING)];
  const acts = puppets.flatMap((from) =>
    some(owners, 10, random).flatMap((to) => praise(from, to, NOW - random() * 86_400_000)),
  );
  return grown(world, everybody, [...acts, ...bribes(world, owners, random)]);
}

/** A ring of which each member gives a rival the worst review. */
export function withBombing(world: World, seed: number, victim: number): World {
  return bombed(withRing(world, seed), victim);
}

/** The same by people who vouch for nobody, so that what 30 bribed people say for them is not shared. */
export function withLonersBombing(world: World, seed: number, victim: number): World {
  const random = randomOf(seed);
  const loners = newcomers(world, RING);
  return bombed(grown(world, loners, bribes(world, loners, random)), victim);
}

function bombed(world: World, victim: number): World {
  const bombs = world.attackers.map((from): Act => ({ from, to: victim, kind: 'review', rating: 1, at: NOW }));
  return { ...world, acts: [...world.acts, ...bombs] };
}

function newcomers({ people }: World, count: number): number[] {
  return Array.from({ length: count }, (_, at) => people + at);
}

function grown(world: World, attackers: readonly number[], acts: readonly Act[]): World {
  return { ...world, people: world.people + attackers.length, attackers, acts: [...world.acts, ...acts] };
}

function praise(from: number, to: number, at: number): Act[] {
  if (from === to) return [];
  return [
    { from, to, kind: 'endorsement', at },
    { from, to, kind: 'review', rating: 5, at },
    { from, to, kind: 'completion', at },
  ];
}

function bribes({ quality }: World, ring: readonly number[], random: Random): Act[] {
  return Array.from({ length: BRIBED }, () =>
    praise(Math.floor(random() * quality.length), ring[Math.floor(random() * ring.length)]!, NOW - random() * YEAR),
  ).flat();
}

function some<T>(all: readonly T[], count: number, random: Random): T[] {
  return Array.from({ length: count }, () => all[Math.floor(random() * all.length)]!);
}
