/**
 * The reputation index under attack, for two seeds of the simulation; `npm run sweep` goes through twenty. The baselines are
 * computed from the same votes, so that an attack which does no harm to anybody fails here.
 */
import { describe, expect, test } from 'vitest';
import { withBombing, withRing } from './attacks.ts';
import { BOUNDS, MEASURED, greatestLoss, standing, trialOf } from './trial.ts';

describe.each([1, 2])('of seed %i', (seed) => {
  const trial = trialOf(seed);

  test('raw counts and EigenTrust rank honest people as well as the owner of the product measured', () => {
    for (const [name, [least, most]] of Object.entries(MEASURED)) {
      const { correlation } = standing(name as keyof typeof MEASURED, trial.honest);
      expect(correlation).toBeGreaterThanOrEqual(least);
      expect(correlation).toBeLessThanOrEqual(most);
    }
  });

  test.each(['raw counts', 'Wilson', 'Bayesian average'] as const)(
    '%s let the ring take nine tenths of the top',
    (name) => {
      expect(standing(name, trial.ring).attackers).toBeGreaterThanOrEqual(0.9);
    },
  );

  test('a walk in both directions lets in a ring that endorses honest people', () => {
    expect(standing('both directions', trial.ring).attackers).toBeGreaterThan(0.5);
    expect(standing('both directions', withRing(trial.honest, { camouflage: 0 })).attackers).toBeLessThan(0.05);
  });

  test.each(['ring', 'burst'] as const)(
    'the index keeps a %s out of the top, and ranks honest people by quality',
    (attack) => {
      for (const name of ['index', 'index of endorsements'] as const) {
        const { attackers, correlation } = standing(name, trial[attack]);
        expect(attackers).toBeLessThanOrEqual(BOUNDS.attackers);
        expect(correlation).toBeGreaterThanOrEqual(BOUNDS.correlation);
      }
    },
  );

  test('the index keeps out a ring with a hundred bribes, of people who have no other vote to cast', () => {
    const { attackers } = standing('index', withRing(trial.honest, { bribed: 100, sellers: 'poor' }));
    expect(attackers).toBeLessThanOrEqual(BOUNDS.attackers);
  });

  test('review bombing costs a victim of the index little, and nearly everything in a mean', () => {
    const { honest, bombing, victims } = trial;
    expect(greatestLoss('index', honest, bombing, victims)).toBeLessThanOrEqual(BOUNDS.loss);
    expect(standing('index', bombing).correlation).toBeGreaterThanOrEqual(BOUNDS.correlation);
    expect(greatestLoss('Bayesian average', honest, bombing, victims)).toBeGreaterThan(0.5);
  });

  test('review bombing that spends all bribes on one victim costs as little', () => {
    const victim = trial.victims.slice(0, 1);
    const bombed = withBombing(trial.honest, victim, { camouflage: 0 });
    expect(greatestLoss('index', trial.honest, bombed, victim)).toBeLessThanOrEqual(BOUNDS.loss);
  });
});
