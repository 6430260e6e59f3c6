/** The reputation index: rules that hold for any acts, changes one by one, and attacks on the order of people. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Act,
  HALF_LIFE_MS,
  MOST_LOST,
  ReputationIndex,
  ReputationInputError,
  actKinds,
} from '../../../packages/schema/src/trust/reputation/index.ts';
import { attacked, rankOf, sumsOf } from './attacks.ts';
import { bayesian, eigenTrust, rankCorrelation, rawCounts, shareOfTop, wilson } from './rivals.ts';
import { HONEST, NOW, honestWorld, withLonersBombing, withRing, withSockpuppets } from './simulation.ts';

const PEOPLE = 12;
const person = fc.nat(PEOPLE - 1);
const act: fc.Arbitrary<Act> = fc.record({
  from: person,
  to: person,
  kind: fc.constantFrom(...actKinds),
  at: fc.integer({ min: NOW - 3 * HALF_LIFE_MS, max: NOW }),
  rating: fc.integer({ min: 1, max: 5 }),
});
const acts = fc.array(act, { maxLength: 60 });
const verified = fc.uniqueArray(person, { minLength: 1, maxLength: 4 });

const indexOf = (given: readonly Act[], seeds: readonly number[]) =>
  new ReputationIndex(PEOPLE, { verified: seeds, acts: given, now: NOW });
const sums = (index: ReputationIndex) => Array.from({ length: PEOPLE }, (_, at) => index.sumOf(at));

/** Twice the share of a voice that residuals may leave out, for each of the voices for one person. */
const TOLERANCE = 0.02;

describe('for any acts', () => {
  test('their order changes nothing', () => {
    fc.assert(
      fc.property(acts, verified, fc.func(fc.nat()), (given, seeds, key) => {
        const shuffled = [...given].sort((one, other) => key(one) - key(other));
        const before = sums(indexOf(given, seeds));
        // Sums of the same numbers in another order differ by their rounding.
        for (const [at, sum] of sums(indexOf(shuffled, [...seeds].reverse())).entries())
          expect(sum).toBeCloseTo(before[at]!, 10);
      }),
    );
  });

  test('added and removed one by one they give what a computation of all gives', () => {
    fc.assert(
      fc.property(acts, acts, verified, (first, later, seeds) => {
        const index = indexOf(first, seeds);
        for (const each of later) index.add(each);
        const gone = first.filter((_, at) => at % 2 === 0);
        for (const each of gone) index.remove(each);
        const whole = sums(indexOf([...first.filter((_, at) => at % 2 === 1), ...later], seeds));
        for (const [at, sum] of sums(index).entries()) expect(Math.abs(sum - whole[at]!)).toBeLessThan(TOLERANCE);
      }),
    );
  });

  test('an index lies within its band, and the parts account for it', () => {
    fc.assert(
      fc.property(acts, verified, (given, seeds) => {
        const index = indexOf(given, seeds);
        for (let at = 0; at < PEOPLE; at += 1) {
          const { index: value, low, high, parts } = index.reputationOf(at);
          expect([low <= value, value <= high, low >= 0, high < 100]).toEqual([true, true, true, true]);
          const whole = parts.reduce((sum, part) => sum + part.sum, 0);
          // Complaints may take more than counts.
          expect(index.sumOf(at)).toBeGreaterThanOrEqual(whole - 1e-9);
          for (const { people, weight } of parts) expect(weight).toBeLessThanOrEqual(people + 1e-9);
        }
      }),
    );
  });

  test('nobody speaks for themselves, and without verified people nobody is heard', () => {
    fc.assert(
      fc.property(acts, verified, (given, seeds) => {
        const others = given.filter(({ from, to }) => from !== to);
        expect(sums(indexOf(given, seeds))).toEqual(sums(indexOf(others, seeds)));
        expect(sums(indexOf(given, []))).toEqual(Array.from({ length: PEOPLE }, () => 0));
      }),
    );
  });

  test('complaints take away at most their part of praise', () => {
    fc.assert(
      fc.property(acts, verified, (given, seeds) => {
        const bombs = Array.from({ length: PEOPLE }, (_, from) => ({ from, to: 0, kind: 'review', rating: 1, at: NOW }) as const); // prettier-ignore
        const praise = given.filter(({ kind, to }) => kind !== 'review' || to !== 0);
        const before = indexOf(praise, seeds).sumOf(0);
        expect(indexOf([...praise, ...bombs], seeds).sumOf(0)).toBeGreaterThanOrEqual((1 - MOST_LOST) * before - 1e-9);
      }),
    );
  });
});

test('an input that no index can be made from is refused, and changes nothing', () => {
  const good: Act = { from: 1, to: 0, kind: 'endorsement', at: NOW };
  const index = indexOf([good], [1]);
  const before = sums(index);
  for (const [bad, code] of [
    [{ ...good, from: PEOPLE }, 'invalid_person'],
    [{ ...good, to: -1 }, 'invalid_person'],
    [{ ...good, to: 0.5 }, 'invalid_person'],
    [{ ...good, at: NaN }, 'invalid_time'],
    [{ ...good, kind: 'bribe' as never }, 'invalid_act'],
    [{ ...good, kind: 'review' }, 'invalid_act'],
    [{ ...good, kind: 'review', rating: 6 }, 'invalid_act'],
  ] satisfies [Act, string][]) {
    for (const attempt of [() => indexOf([bad], [1]), () => index.add(bad), () => index.remove(bad)])
      expect(attempt).toThrow(expect.objectContaining({ name: 'ReputationInputError', code }) as Error);
    expect(sums(index)).toEqual(before);
  }
  expect(() => indexOf([], [PEOPLE])).toThrow(ReputationInputError);
  expect(() => new ReputationIndex(1e9, { verified: [], acts: [], now: NOW })).toThrow(/At most/);
});

test('somebody of whom nobody speaks has no index, and is told what would help', () => {
  const { index, low, high, wouldHelp } = indexOf([], [1]).reputationOf(0);
  expect([index, low]).toEqual([0, 0]);
  expect(high).toBeGreaterThan(15);
  expect(wouldHelp).toEqual(['moreVoices', 'verification']);
});

test('the help that is named is what is missing: trust, or news', () => {
  const speak = (at: number): Act[] => [2, 3, 4, 5, 6, 7].map((from) => ({ from, to: 0, kind: 'endorsement', at }));
  // Those who speak are tied to the verified person, who is tied to them.
  const known = [2, 3, 4, 5, 6, 7].map((to): Act => ({ from: 1, to, kind: 'endorsement', at: NOW }));
  const helpOf = (given: readonly Act[], seeds = [0, 1]) => indexOf(given, seeds).reputationOf(0).wouldHelp;
  expect(helpOf([...speak(NOW), ...known])).toEqual([]);
  expect(helpOf([...speak(NOW - 4 * HALF_LIFE_MS), ...known])).toEqual(['recentVoices']);
  expect(helpOf([...speak(NOW), ...known], [8])).toEqual(['trustedVoices', 'verification']);
});

test('a voice counts half after its half-life, and the order of people stays as time goes on', () => {
  const given: Act[] = [
    { from: 1, to: 0, kind: 'endorsement', at: NOW - HALF_LIFE_MS },
    { from: 1, to: 2, kind: 'endorsement', at: NOW },
  ];
  const index = indexOf(given, [1]);
  expect(index.sumOf(0)).toBeCloseTo(index.sumOf(2) / 2, 10);
  const later = new ReputationIndex(PEOPLE, { verified: [1], acts: given, now: NOW + HALF_LIFE_MS });
  expect(later.sumOf(0)).toBeCloseTo(index.sumOf(0) / 2, 10);
});

/** All twenty seeds: `npm run soak -- --only reputation`. */
describe('in a simulation of 5,000 honest people', () => {
  const world = honestWorld(1);
  const ring = withRing(world, 101);
  const honest = (scores: Float64Array) => rankCorrelation(scores.subarray(0, HONEST), world.quality);

  test('the comparison is the known one: counts and means let a ring in, EigenTrust orders honest people worse', () => {
    const counts = rawCounts(ring);
    expect(honest(counts)).toBeCloseTo(0.84, 1);
    for (const scores of [counts, wilson(ring), bayesian(ring)])
      expect(shareOfTop(scores, ring.attackers)).toBeGreaterThan(0.9);
    const trust = eigenTrust(ring);
    expect(shareOfTop(trust, ring.attackers)).toBe(0);
    expect(honest(trust)).toBeCloseTo(0.66, 1);
  });

  test('neither a ring nor sockpuppets come among the best 300, and honest people are ordered by their quality', () => {
    for (const attack of [ring, withSockpuppets(world, 201)]) {
      const found = sumsOf(attack);
      expect(shareOfTop(found, attack.attackers)).toBeLessThanOrEqual(0.01);
      expect(honest(found)).toBeGreaterThanOrEqual(0.8);
    }
  });

  test('a crowd that nobody knows changes no honest place, however large it is', () => {
    const before = sumsOf(world).subarray(0, HONEST);
    const crowd = sumsOf(withSockpuppets(world, 201)).subarray(0, HONEST);
    expect(rankCorrelation(before, crowd)).toBeGreaterThan(0.999);
  });

  test('a rival who is bombed with bad reviews loses at most 5 percent of rank', () => {
    const before = sumsOf(world);
    const victim = rankOf(before).indexOf(2500);
    const loss = attacked(withLonersBombing(world, 301, victim), before, victim);
    expect(loss).toBeLessThanOrEqual(0.05);
    // The attack is felt: else this would show nothing.
    expect(loss).toBeGreaterThan(0.01);
  });
});
