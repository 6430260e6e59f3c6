/** The rules of flags: shares of targeting keys, the order of rules, and the cohorts of the cutover. */
import {
  type FlagDefinition,
  evaluateFlag,
  firstPhases,
  flagBucket,
  phasesIn,
  placeIn,
  readCohorts,
  readPhases,
  readsFlag,
  roles,
} from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const flag = (rules: FlagDefinition['rules'], more: Partial<FlagDefinition> = {}): FlagDefinition => ({
  name: 'f',
  kind: 'variant',
  variants: ['a', 'b', 'off'],
  enabled: true,
  off: 'off',
  rules,
  ...more,
});

describe('buckets', () => {
  test('are MurmurHash3 of the UTF-16 code units: they may never change, or people would change their variant', () => {
    expect(
      [
        ['f', ''],
        ['f', 'ada'],
        ['f', 'ben'],
        ['profile.reads', '👩‍🔬'],
      ].map(([name, key]) => flagBucket(name!, key!).toFixed(6)),
    ).toMatchInlineSnapshot(`
      [
        "83.573219",
        "80.858283",
        "64.206206",
        "89.311608",
      ]
    `);
  });

  test('fill every share alike, also for keys that count up', () => {
    const shares = Array.from({ length: 20 }, () => 0);
    for (let n = 0; n < 20_000; n += 1) shares[Math.floor(flagBucket('f', `user_${n}`) / 5)]! += 1;
    for (const share of shares) expect(Math.abs(share - 1000)).toBeLessThan(160);
  });

  test('of two flags are independent', () => {
    const both = Array.from({ length: 4000 }, (_, n) => `user_${n}`).filter(
      (key) => flagBucket('one', key) < 50 && flagBucket('other', key) < 50,
    );
    expect(Math.abs(both.length - 1000)).toBeLessThan(150);
  });

  test('keep everybody in when a percentage rises', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (key, one, other) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const at = (percentage: number) =>
            evaluateFlag(flag([{ percentage, variant: 'a' }]), { targetingKey: key }).variant;
          expect(at(low) === 'a' && at(high) !== 'a').toBe(false);
          expect([at(0), at(100)]).toEqual(['off', 'a']);
        },
      ),
    );
  });
});

describe('rules', () => {
  test('the first one that matches decides, and says why', () => {
    const rules = [
      { roles: ['admin'] as const, variant: 'b' },
      { handles: ['ada'], variant: 'a' },
      { percentage: 100, variant: 'b' },
      { variant: 'a' },
    ];
    expect(evaluateFlag(flag(rules), { role: 'admin', handle: 'ada' })).toMatchObject({
      variant: 'b',
      reason: 'TARGETING_MATCH',
    });
    expect(evaluateFlag(flag(rules), { handle: 'ada' })).toMatchObject({ variant: 'a', reason: 'TARGETING_MATCH' });
    expect(evaluateFlag(flag(rules), {})).toMatchObject({ variant: 'b', reason: 'SPLIT' });
    expect(evaluateFlag(flag(rules.slice(3)), {})).toMatchObject({ variant: 'a', reason: 'DEFAULT' });
    expect(evaluateFlag(flag([]), {})).toEqual({ variant: 'off', reason: 'DEFAULT' });
    expect(evaluateFlag(flag(rules, { enabled: false }), { role: 'admin' })).toEqual({
      variant: 'off',
      reason: 'DISABLED',
    });
  });

  test('each condition of a rule must hold, and one on something unknown does not', () => {
    const rule = { roles: ['mentor'] as const, handles: ['ada'], accounts: ['x'], percentage: 100, variant: 'a' };
    const full = { role: 'mentor', handle: 'ada', account: 'x', targetingKey: 'k' } as const;
    expect(evaluateFlag(flag([rule]), full).variant).toBe('a');
    for (const [name, other] of Object.entries({ role: 'admin', handle: 'ben', account: 'y' })) {
      expect(evaluateFlag(flag([rule]), { ...full, [name]: other }).variant).toBe('off');
      expect(evaluateFlag(flag([rule]), { ...full, [name]: undefined }).variant).toBe('off');
    }
    const half = flag([{ ...rule, percentage: 50 }]);
    expect(evaluateFlag(half, { ...full, targetingKey: undefined }).variant).toBe('off');
  });
});

describe('cohorts of the cutover', () => {
  test('part the people: staff by role, 5 and 25 in 100 of the others', () => {
    const count = { staff: 0, pilot: 0, early: 0, rest: 0 };
    for (let n = 0; n < 4000; n += 1) count[placeIn(null, { accountId: `account-${n}`, role: 'student' }).cohort] += 1;
    expect([count.staff, Math.round(count.pilot / 40 / 5), Math.round(count.early / 400)]).toEqual([0, 1, 3]);
    expect(roles.filter((role) => placeIn(null, { accountId: 'x', role }).cohort === 'staff')).toEqual([
      'moderator',
      'admin',
    ]);
  });

  test('move alone, and phases are read back as they were put in', () => {
    const phases = fc.record(Object.fromEntries(readCohorts.map((cohort) => [cohort, fc.constantFrom(...readPhases)])));
    fc.assert(
      fc.property(phases, fc.string(), fc.constantFrom(...roles), (drawn, accountId, role) => {
        const put = readsFlag(drawn as typeof firstPhases);
        expect(phasesIn(put)).toEqual(drawn);
        const { cohort, phase } = placeIn(put, { accountId, role });
        expect(phase).toBe((drawn as typeof firstPhases)[cohort]);
        expect(cohort).toBe(placeIn(null, { accountId, role }).cohort);
      }),
    );
    expect(phasesIn(null)).toEqual(firstPhases);
  });
});
