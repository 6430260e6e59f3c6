/** The reputation index in the backend: it comes to what the pure rules give, from the votes that an audience may see. */
import { sharedAudiences } from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Doc, Id } from '../../convex/_generated/dataModel.js';
import { castVote, dropVote } from '../../convex/model/trust/votes.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';
import { sourceOf } from './inbox-source.ts';
import { gigTold, written } from './reviewing.ts';
import { type Sight, computed, settled, stored } from './standings.ts';
import { proved } from './verifying.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
});
afterEach(() => {
  vi.useRealTimers();
  delete process.env.GIGSY_TRUST_LEVEL;
});

const names = ['ada', 'ben', 'cleo', 'dee', 'eli'] as const;
type Name = (typeof names)[number];
const kinds = ['endorsement', 'review', 'completion'] as const;
/** Settings that hide something, with the audiences that still see it. */
const settings = ['public', 'platform', 'owner'] as const;

interface People {
  d: Deployment;
  callers: Record<Name, Caller>;
  accounts: Record<Name, Id<'accounts'>>;
}

async function people(): Promise<People> {
  process.env.GIGSY_TRUST_LEVEL = 'email';
  const d = deployment();
  const callers = {} as Record<Name, Caller>;
  for (const name of names) callers[name] = await person(d, name, { role: 'mentor' });
  const rows = await d.t.run((ctx) => ctx.db.query('accounts').collect());
  const accounts = Object.fromEntries(rows.map(({ handle, _id }) => [handle, _id])) as Record<Name, Id<'accounts'>>;
  return { d, callers, accounts };
}

/** The test's own knowledge of each person: who sees their profile, their reviews and their proof, and whether they have one. */
type Known = Record<Name, { profile: string; reviews: string; verification: string; proved: boolean }>;

function sightOf(known: Known, accounts: People['accounts'], audience: 'public' | 'platform'): Sight {
  const nameOf = (account: string) => names.find((name) => accounts[name] === account)!;
  const open = (visibility: string) =>
    visibility === 'public' || (visibility === 'platform' && audience === 'platform');
  const sees = ({ from, to }: Doc<'trustVotes'>) =>
    open(known[nameOf(from)].profile) && open(known[nameOf(to)].profile) && open(known[nameOf(to)].reviews);
  return {
    sees,
    verified: (account) => {
      const owner = known[nameOf(account)];
      return owner.proved && open(owner.profile) && open(owner.verification);
    },
  };
}

/** The acts of this test are votes alone, without the events that wake the index. */
async function resumed(d: Deployment): Promise<void> {
  await d.t.mutation(internal.trust.reputation.resume, {});
  await settled(d);
}

const anyName = fc.constantFrom(...names);
type Change =
  | { cast: { from: Name; to: Name; kind: (typeof kinds)[number]; quarters: number; days: number } }
  | { drop: { from: Name; to: Name; kind: (typeof kinds)[number] } }
  | { set: { who: Name; row: 'profile' | 'reviews' | 'verification'; to: (typeof settings)[number] } }
  | { prove: Name };
const pair = { from: anyName, to: anyName, kind: fc.constantFrom(...kinds) };
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ cast: fc.record({ ...pair, quarters: fc.nat(4), days: fc.nat(900) }) }) },
  { weight: 1, arbitrary: fc.record({ drop: fc.record(pair) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      set: fc.record({
        who: anyName,
        row: fc.constantFrom('profile' as const, 'reviews' as const, 'verification' as const),
        to: fc.constantFrom(...settings),
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ prove: anyName }) },
);

async function make(change: Change, { d, callers, accounts }: People, known: Known): Promise<void> {
  if ('cast' in change) {
    const { from, to, kind, quarters, days } = change.cast;
    await d.t.run((ctx) =>
      castVote(ctx as never, {
        ...{ kind, from: accounts[from], to: accounts[to], source: `${kind}:${from}-${to}` },
        value: kind === 'endorsement' ? 1 : quarters / 4,
        at: Date.now() - days * 86_400_000,
        shownAt: { section: 'reviews' },
      }),
    );
  } else if ('drop' in change) {
    const { from, to, kind } = change.drop;
    await d.t.run((ctx) => dropVote(ctx as never, `${kind}:${from}-${to}`));
  } else if ('prove' in change) {
    if (known[change.prove].proved) return;
    await proved(d, callers[change.prove], `${change.prove}@example.org`);
    known[change.prove].proved = true;
  } else {
    const { who, row, to } = change.set;
    const { version } = (await callers[who].query(api.privacy.get, {}))!;
    await callers[who].mutation(api.privacy.update, {
      changes: { [row]: to },
      expected: version,
      idempotencyKey: key(),
    });
    known[who][row] = to;
  }
}

async function expectSame({ d, accounts }: People, known: Known): Promise<void> {
  for (const audience of sharedAudiences) {
    const [rows, pure] = [await stored(d, audience), await computed(d, audience, sightOf(known, accounts, audience))];
    for (const [account, { trust, shown }] of rows) {
      const exact = pure.get(account)!;
      expect(Math.abs(trust - exact.trust)).toBeLessThan(1e-4);
      expect(shown?.parts.map(({ kind, votes }) => [kind, votes])).toEqual(
        exact.shown?.parts.map(({ kind, votes }) => [kind, votes]),
      );
      // Both round: a score on the edge may fall to either side.
      expect(Math.abs((shown?.score ?? 0) - (exact.shown?.score ?? 0))).toBeLessThanOrEqual(1);
    }
  }
}

/** Trust that its source has lost would go round between two who voted for each other. */
const circle: Change[] = [
  { cast: { from: 'ada', to: 'cleo', kind: 'endorsement', quarters: 0, days: 0 } },
  { prove: 'cleo' },
  { cast: { from: 'cleo', to: 'ada', kind: 'endorsement', quarters: 0, days: 0 } },
  { set: { who: 'cleo', row: 'verification', to: 'platform' } },
];

test('after any changes, one by one, the index is the one that a computation of all gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { minLength: 5, maxLength: 25 }), fc.nat(4), async (changes, pause) => {
      const world = await people();
      const known = Object.fromEntries(
        names.map((name) => [name, { profile: 'public', reviews: 'public', verification: 'public', proved: false }]),
      ) as Known;
      for (const [at, change] of changes.entries()) {
        await make(change, world, known);
        if (at % (pause + 1) === 0) await resumed(world.d);
      }
      await resumed(world.d);
      await expectSame(world, known);
      vi.setSystemTime(Date.now() + 86_400_000);
      await world.d.t.mutation(internal.trust.reputation.begin, {});
      await settled(world.d);
      await expectSame(world, known);
    }),
    { numRuns: 6, examples: [[circle, 0]] },
  );
}, 60_000);

describe('the index of a person', () => {
  test('is made from gigs and reviews, shows with its parts, and is hidden by its own row', async () => {
    const { d, callers } = await people();
    const source = await sourceOf(d);
    await proved(d, callers.ben, 'ben@example.org');
    await gigTold(d, source, { performer: 'ada', client: 'ben', record: 'lamp' });
    await written(callers.ben, 'lamp', 5);
    await written(callers.ada, 'lamp', 5);
    await settled(d);
    // Thresholds are measured every ten seconds while nobody had trust.
    await vi.advanceTimersByTimeAsync(10_000);
    await settled(d);
    const get = () => d.t.query(api.trust.reputation.get, { handle: 'ada' });
    expect(await get()).toEqual({
      handle: 'ada',
      score: 9,
      possible: 100,
      parts: [
        { kind: 'review', votes: 1, points: 5 },
        { kind: 'completion', votes: 1, points: 4 },
      ],
    });
    expect((await d.t.query(api.trust.get, { handle: 'ada' }))!.reputation).toMatchObject({ score: 9 });
    expect(await callers.ada.query(api.trust.reputation.mine, {})).toMatchObject({
      public: { score: 9, steps: [{ step: 'another-vote' }, { step: 'fresher-votes' }] },
      verified: { public: false },
      pending: false,
    });
    await callers.ada.mutation(api.privacy.update, {
      changes: { reputation: 'owner' },
      expected: 1,
      idempotencyKey: key(),
    });
    expect([await get(), (await callers.ada.query(api.trust.reputation.mine, {})).public?.score]).toEqual([null, 9]);
  });

  test('begins with a phone number nowhere, unless the operator says so', async () => {
    const { d, callers, accounts } = await people();
    delete process.env.GIGSY_TRUST_LEVEL;
    await proved(d, callers.ben, '+436641234567', 'phone');
    await d.t.run((ctx) =>
      castVote(ctx as never, {
        kind: 'endorsement',
        from: accounts.ben,
        to: accounts.ada,
        value: 1,
        at: Date.now(),
        source: 'endorsement:1',
        shownAt: { section: 'reviews' },
      }),
    );
    await resumed(d);
    expect(await stored(d, 'public')).toEqual(
      new Map([
        [accounts.ben, expect.objectContaining({ trust: 0 })],
        [accounts.ada, expect.objectContaining({ trust: 0, shown: expect.objectContaining({ score: 0 }) })],
      ]),
    );
  });
});
