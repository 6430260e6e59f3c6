/** Views by the public: one in eight is counted, and fewer of a crowd's, for the owner, by day, without a name and by one write a request. */
import { VIEWED_DAYS } from '@gigsy/schema';
import { type MockInstance, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';

const DAY = 24 * 60 * 60_000;
/** Draws of chance: for a view that is counted, and for one that is not. */
const [COUNTED, PASSED] = [0.124, 0.126];

let d: Deployment;
let ada: Caller;
let random: MockInstance<typeof Math.random>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1, 12) });
  d = deployment();
  ada = await person(d, 'ada');
  random = vi.spyOn(Math, 'random').mockReturnValue(COUNTED);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const days = async (caller: Caller) => (await caller.query(api.privacy.access.views, {})).days;
const rows = () => d.t.run((ctx) => ctx.db.query('viewCounts').collect());
const sum = async () => (await rows()).reduce((all, { views }) => all + views, 0);
const batch = (handles: string[]) => d.t.fetch(`/v1/read/profile.get?handle=${handles.join()}`);

describe('one profile', () => {
  test('is counted by day for its owner, an unchanged answer and a keyed reader too', async () => {
    const { headers } = await d.t.fetch('/v1/profiles/ada');
    const again = await d.t.fetch('/v1/profiles/ada', { headers: { 'If-None-Match': headers.get('etag')! } });
    expect(again.status).toBe(304);
    vi.setSystemTime(Date.now() + DAY);
    await batch(['ada']);
    expect(await days(ada)).toEqual([
      { day: '2031-05-02', views: 8 },
      { day: '2031-05-01', views: 16 },
    ]);
    expect(await days(await person(d, 'ben'))).toEqual([]);
    for (const row of await rows())
      expect(Object.keys(row).sort()).toEqual(['_creationTime', '_id', 'day', 'profileId', 'shard', 'views']);
  });

  test('is counted once where a page asks for its sections in several groups', async () => {
    await d.t.fetch('/v1/read/profile.get?sections=identity&handle=ada&sections=skills&handle=ada');
    expect(await days(ada)).toEqual([{ day: '2031-05-01', views: 8 }]);
  });

  test('is counted one time in eight, as eight', async () => {
    for (const [drawn, counted] of [
      [COUNTED, 8],
      [PASSED, 8],
      [0.9, 8],
    ] as const) {
      // The first chance draws the profile of several, the second whether it is counted.
      random.mockReturnValueOnce(0).mockReturnValueOnce(drawn);
      await d.t.fetch('/v1/profiles/ada');
      expect([drawn, await sum()]).toEqual([drawn, counted]);
    }
  });

  test('is counted one time in sixty-four, as sixty-four, once a day has many views', async () => {
    await d.t.run(async (ctx) => {
      const { _id: profileId } = (await ctx.db.query('profiles').first())!;
      for (const [shard, views] of [256, 248].entries())
        await ctx.db.insert('viewCounts', { profileId, day: '2031-05-01', shard, views });
    });
    for (const [drawn, counted] of [
      [PASSED, 512],
      [PASSED, 512],
      [COUNTED, 576],
    ] as const) {
      random.mockReturnValueOnce(0).mockReturnValueOnce(COUNTED).mockReturnValueOnce(drawn);
      await d.t.fetch('/v1/profiles/ada');
      expect(await sum()).toBe(counted);
    }
    vi.setSystemTime(Date.now() + DAY);
    await d.t.fetch('/v1/profiles/ada');
    expect(await days(ada)).toEqual([
      { day: '2031-05-02', views: 8 },
      { day: '2031-05-01', views: 576 },
    ]);
  });

  test('is not counted where it is hidden, unknown, moved, or read by a query', async () => {
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    expect((await d.t.fetch('/v1/profiles/ada', { redirect: 'manual' })).status).toBe(308);
    await d.t.query(api.profile.get, { handle: 'countess' });
    await ada.mutation(api.privacy.update, { changes: { profile: 'platform' }, expected: 1, idempotencyKey: key() });
    for (const handle of ['ada', 'countess', 'nobody']) {
      expect((await d.t.fetch(`/v1/profiles/${handle}`)).status).toBe(404);
      await batch([handle]);
    }
    expect(await rows()).toEqual([]);
  });

  test('is counted in one of eight rows a day, so that a crowd seldom meets in one', async () => {
    for (let shard = 0; shard < 8; shard += 1) {
      random
        .mockReturnValueOnce(0)
        .mockReturnValueOnce(COUNTED)
        .mockReturnValueOnce((shard + 0.5) / 8);
      await d.t.fetch('/v1/profiles/ada');
    }
    expect((await rows()).map(({ shard, views }) => [shard, views])).toEqual(
      Array.from({ length: 8 }, (_, shard) => [shard, 8]),
    );
    expect(await days(ada)).toEqual([{ day: '2031-05-01', views: 64 }]);
  });
});

test('many profiles in one request are one write, by which each of those that are shown gets one view on average', async () => {
  const [ben, eve] = [await person(d, 'ben'), await person(d, 'eve')];
  await eve.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
  for (const [drawn, owner] of [
    [0.1, ada],
    [0.6, ben],
  ] as const) {
    random.mockReturnValueOnce(drawn);
    const before = await sum();
    await batch(['ada', 'ben', 'eve', 'nobody']);
    expect(await sum()).toBe(before + 16);
    expect(await days(owner)).toEqual([{ day: '2031-05-01', views: 16 }]);
  }
  expect(await days(eve)).toEqual([]);
});

test('the owner is shown the last thirty days that had views', async () => {
  await d.t.run(async (ctx) => {
    const { _id: profileId } = (await ctx.db.query('profiles').first())!;
    for (let day = 0; day < 40; day += 1)
      for (let shard = 0; shard < 8; shard += 1)
        await ctx.db.insert('viewCounts', {
          profileId,
          day: new Date(Date.now() - day * DAY).toISOString().slice(0, 10),
          shard,
          views: day,
        });
  });
  const shown = await days(ada);
  expect([shown.length, shown[0], shown.at(-1)]).toEqual([
    VIEWED_DAYS,
    { day: '2031-05-01', views: 0 },
    { day: '2031-04-02', views: 29 * 8 },
  ]);
});

test('a count that fails fails no reading', async () => {
  // Two rows where there is one at most.
  await d.t.run(async (ctx) => {
    const { _id: profileId } = (await ctx.db.query('profiles').first())!;
    for (let row = 0; row < 16; row += 1)
      await ctx.db.insert('viewCounts', { profileId, day: '2031-05-01', shard: row % 8, views: 0 });
  });
  expect((await d.t.fetch('/v1/profiles/ada')).status).toBe(200);
  expect((await batch(['ada'])).status).toBe(200);
  expect(await sum()).toBe(0);
});

test('an erasure deletes the counts', async () => {
  await d.t.fetch('/v1/profiles/ada');
  expect(await rows()).toHaveLength(1);
  await d.t.mutation(internal.profile.clerk.followDeletion, { subject: 'user_ada' });
  await vi.waitFor(async () => {
    await d.t.finishInProgressScheduledFunctions();
    expect(await rows()).toEqual([]);
  });
});
