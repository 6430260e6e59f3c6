/** Reviews of gigs: sealed until both are written or the time is over, one reply, and shown by the projection alone. */
import { REVIEW_MS, type TrustView, reviewTransitions } from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { type TestSource, sourceOf } from './inbox-source.ts';
import { Pass, Reply, ReviewModel, type Title, Withdraw, Write, gigs } from './review-model.ts';
import { followed, gigOf, gigTold, gigsOf, written } from './reviewing.ts';

const { reviews } = api.trust;

let d: Deployment;
let ada: Caller;
let ben: Caller;
let source: TestSource;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  d = deployment();
  source = await sourceOf(d);
  [ada, ben] = [await person(d, 'ada', { role: 'mentor' }), await person(d, 'ben', { role: 'employer' })];
  await gigTold(d, source, { performer: 'ada', client: 'ben', record: 'lamp' });
});
afterEach(() => {
  vi.useRealTimers();
});

const seen = (handle = 'ada', by: Pick<Caller, 'query'> = d.t): Promise<TrustView | null> =>
  by.query(api.trust.get, { handle });
const votes = () => d.t.run((ctx) => ctx.db.query('trustVotes').collect());
const withdrawn = async (caller: Caller) =>
  caller.mutation(reviews.withdraw, { gig: (await gigOf(caller, 'lamp')).gig, idempotencyKey: key() });
const replied = async (caller: Caller, text: string) =>
  caller.mutation(reviews.reply, { gig: (await gigOf(caller, 'lamp')).gig, text, idempotencyKey: key() });
/** The time to write is over. */
async function over(): Promise<void> {
  vi.setSystemTime(Date.now() + REVIEW_MS);
  await d.t.mutation(internal.trust.reviews.closeOverdue, {});
  await followed(d, 2);
}

test('a gig whose client has an account can be reviewed by both, and no other gig by anybody', async () => {
  expect(await gigsOf(ada)).toMatchObject([{ title: 'Gig lamp', as: 'performer', other: 'ben', open: true }]);
  expect(await gigsOf(ben)).toMatchObject([{ title: 'Gig lamp', as: 'client', other: 'ada', open: true }]);
  const cleo = await person(d, 'cleo');
  expect(await gigsOf(cleo)).toEqual([]);
  const { gig } = (await gigsOf(ada))[0]!;
  for (const [caller, name] of [
    [cleo, gig],
    [ada, 'gig-0'],
  ] as const)
    expect(
      (await refusalOf(caller.mutation(reviews.write, { gig: name, rating: 5, idempotencyKey: key() }))).code,
    ).toBe('not_found');
  await gigTold(d, source, { performer: 'ada', client: 'nobody', record: 'chair' });
  await gigTold(d, source, { performer: 'ada', client: 'ada', record: 'self' });
  expect(await gigsOf(ada)).toHaveLength(1);
});

describe('a review', () => {
  test('shows to nobody but its author until the other is written, and then both show at once', async () => {
    const before = [
      await gigsOf(ada),
      await seen(),
      await seen('ada', ben),
      await ada.query(api.trust.reputation.mine, {}),
    ];
    expect(await written(ben, 'lamp', 5, 'On time')).toBe(false);
    await followed(d);
    expect([
      await gigsOf(ada),
      await seen(),
      await seen('ada', ben),
      await ada.query(api.trust.reputation.mine, {}),
    ]).toEqual(before);
    expect(await gigOf(ben, 'lamp')).toMatchObject({
      open: true,
      own: { rating: 5, text: 'On time', state: 'sealed' },
    });
    expect(await written(ben, 'lamp', 4, 'Late')).toBe(false);
    expect(await written(ada, 'lamp', 3)).toBe(true);
    expect((await seen())!.reviews).toEqual([
      { id: expect.any(String), by: 'client', rating: 4, text: 'Late', on: '2031-05-01' },
    ]);
    expect((await seen('ben'))!.reviews).toMatchObject([{ by: 'performer', rating: 3 }]);
    expect(await gigOf(ada, 'lamp')).toMatchObject({ open: false, received: { rating: 4, canReply: true } });
    expect(await votes()).toMatchObject([
      { kind: 'completion', value: 1 },
      { kind: 'review', value: 0.5 },
      { kind: 'review', value: 0.75 },
    ]);
  });

  test('shows after fourteen days, and the other party writes none any more', async () => {
    await written(ben, 'lamp', 5);
    await over();
    expect((await seen())!.reviews).toMatchObject([{ by: 'client', rating: 5 }]);
    expect(await gigOf(ada, 'lamp')).toMatchObject({ open: false, received: { rating: 5 } });
    expect(await refusalOf(written(ada, 'lamp', 1))).toMatchObject({ code: 'not_ready', fields: [{ path: 'gig' }] });
    expect((await refusalOf(written(ben, 'lamp', 1))).code).toBe('not_ready');
  });

  test('is taken back before it shows without a trace, and after it for good', async () => {
    await written(ben, 'lamp', 1);
    await withdrawn(ben);
    expect((await refusalOf(withdrawn(ben))).code).toBe('not_found');
    expect(await written(ada, 'lamp', 5)).toBe(false);
    expect(await written(ben, 'lamp', 2)).toBe(true);
    await withdrawn(ben);
    expect((await seen())!.reviews).toBeUndefined();
    expect((await seen('ben'))!.reviews).toHaveLength(1);
    expect((await votes()).filter(({ kind }) => kind === 'review')).toHaveLength(1);
    expect((await refusalOf(written(ben, 'lamp', 5))).code).toBe('not_ready');
  });

  test('is answered once by the person reviewed, after it shows', async () => {
    await written(ben, 'lamp', 4);
    expect((await refusalOf(replied(ada, 'Thank you'))).code).toBe('not_found');
    await over();
    expect((await refusalOf(replied(ben, 'I thank me'))).code).toBe('not_found');
    await replied(ada, 'Thank you');
    expect((await seen())!.reviews).toMatchObject([{ rating: 4, reply: 'Thank you' }]);
    expect(await gigOf(ben, 'lamp')).toMatchObject({ own: { state: 'answered', reply: 'Thank you' } });
    expect((await refusalOf(replied(ada, 'Again'))).code).toBe('not_ready');
  });

  test('is hidden by its own setting and by that of all, and goes while its gig is revoked', async () => {
    await written(ben, 'lamp', 4);
    await written(ada, 'lamp', 4);
    const { id } = (await seen())!.reviews![0]!;
    const hide = async (changes: object) => {
      const { version } = (await ada.query(api.privacy.get, {}))!;
      await ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() });
    };
    await hide({ items: { [`reviews/${id}`]: 'owner' } });
    expect([(await seen())!.reviews, (await seen('ada', ada))!.reviews]).toMatchObject([undefined, [{ id }]]);
    await hide({ items: { [`reviews/${id}`]: null } });
    expect((await seen())!.reviews).toHaveLength(1);
    await gigTold(
      d,
      source,
      { performer: 'ada', client: 'ben', record: 'lamp' },
      { type: 'gig.revoked', time: '2031-02-01T00:00:00Z' },
    );
    expect([(await seen())!.reviews, await gigsOf(ben), await votes()]).toEqual([undefined, [], []]);
    await gigTold(
      d,
      source,
      { performer: 'ada', client: 'ben', record: 'lamp' },
      { type: 'gig.corrected', time: '2031-03-01T00:00:00Z' },
    );
    expect([(await seen())!.reviews, await votes()]).toMatchObject([[{ id }], [{}, {}, {}]]);
    await hide({ reviews: 'owner' });
    expect((await seen())!.reviews).toBeUndefined();
  });

  test.each([0, 6, 2.5, '5', null])('with the rating %j is refused by its place', async (rating) => {
    const { gig } = await gigOf(ada, 'lamp');
    const refused = await refusalOf(ada.mutation(reviews.write, { gig, rating, idempotencyKey: key() } as never));
    expect(refused).toMatchObject({ code: 'invalid_argument', fields: [{ path: 'rating' }] });
  });
});

test('walked by several people and the clock, reviews have the states of the table, and are read as these say', async () => {
  const walked = new Set<string>();
  // The seed is fixed, so that each run walks every step.
  const [title, name] = [
    fc.constantFrom<Title>('lamp', 'lamp', 'chair'),
    fc.constantFrom('ada', 'ada', 'ben', 'ben', 'cleo'),
  ];
  type Name = 'ada' | 'ben' | 'cleo';
  const commands = fc.commands(
    [
      fc.tuple(title, name, fc.integer({ min: 1, max: 5 })).map(([t, n, rating]) => new Write(t, n as Name, rating)),
      fc.tuple(title, name, fc.integer({ min: 1, max: 5 })).map(([t, n, rating]) => new Write(t, n as Name, rating)),
      fc.tuple(title, name).map(([t, n]) => new Withdraw(t, n as Name)),
      fc.tuple(title, name).map(([t, n]) => new Reply(t, n as Name)),
      fc.constantFrom(1, 5).map((days) => new Pass(days)),
    ],
    { maxCommands: 40, size: 'max' },
  );
  const world = async () => {
    vi.setSystemTime(Date.UTC(2031, 4, 1));
    const fresh = deployment();
    const from = await sourceOf(fresh);
    const callers = {} as Record<Name, Caller>;
    for (const handle of ['ada', 'ben', 'cleo'] as const)
      callers[handle] = await person(fresh, handle, { role: 'mentor' });
    for (const [record, [performer, client]] of Object.entries(gigs))
      await gigTold(fresh, from, { performer, client, record });
    const mine = await gigsOf(callers.ada);
    const nameOf = (record: Title) => mine.find((gig) => gig.title === `Gig ${record}`)!.gig;
    const real = { d: fresh, callers, names: { lamp: nameOf('lamp'), chair: nameOf('chair') } };
    return { model: new ReviewModel(walked), real };
  };
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => fc.asyncModelRun(world, steps)),
    { numRuns: 10, seed: 47 },
  );
  const all = Object.entries(reviewTransitions).flatMap(([from, steps]) =>
    Object.entries(steps).map(([step, to]) => `${from} ${step} ${String(to)}`),
  );
  expect([...walked].sort()).toEqual(all.sort());
}, 60_000);
