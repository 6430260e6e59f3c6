/** Published components by their own documented usage, installed side by side, two of them twice or nested. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import { type ConvexError } from 'convex/values';
import { fileURLToPath } from 'node:url';
import { api, startFixture, until } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
const errors: string[] = [];
beforeAll(async () => {
  fixture = await startFixture({
    functionsDir: fileURLToPath(new URL('./components-fixture/convex', import.meta.url)),
    logMessages: true,
    log: (line) => {
      if (line.level === 'error' || line.event === 'scheduler.job_failed') errors.push(JSON.stringify(line));
    },
  });
  client = fixture.http();
});
afterAll(async () => {
  await fixture.close();
  expect(errors).toEqual([]);
});

test('rate-limiter: a bucket a user, a window for everybody, reset', async () => {
  const send = async (who: string) =>
    (await client.mutation(api.limits.send, { who })) as { ok: boolean; retryAfter?: number };
  expect([await send('ada'), await send('ada'), await send('ada')].map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(await send('ada')).toMatchObject({ ok: false, retryAfter: expect.any(Number) as number });
  expect((await send('bob')).ok).toBe(true);
  await client.mutation(api.limits.reset, { who: 'ada' });
  expect((await send('ada')).ok).toBe(true);
  await client.mutation(api.limits.signUp, {});
  await client.mutation(api.limits.signUp, {});
  const refused = (await client.mutation(api.limits.signUp, {}).catch((error: unknown) => error)) as ConvexError<{
    kind: string;
  }>;
  expect(refused.data).toMatchObject({ kind: 'RateLimited', name: 'signUp' });
});

test('workpool: an action is tried again until it succeeds, then told of', async () => {
  await client.mutation(api.mail.send, { to: 'patient', failures: 2 });
  await client.mutation(api.mail.send, { to: 'hopeless', failures: 9 });
  const outcome = (to: string) => client.query(api.mail.outcome, { to }) as Promise<{ kind: string; value: unknown }[]>;
  expect(
    await until(
      () => outcome('patient'),
      (rows) => rows.length > 0,
      15_000,
    ),
  ).toMatchObject([{ kind: 'success', value: 3 }]);
  expect(
    await until(
      () => outcome('hopeless'),
      (rows) => rows.length > 0,
      15_000,
    ),
  ).toMatchObject([{ kind: 'failed' }]);
  expect(await client.query(api.mail.attempts, { to: 'hopeless' })).toBe(3);
}, 40_000);

test('workpool: mutations one at a time in a pool of their own, and cancelled work never runs', async () => {
  await client.mutation(api.mail.countAll, { to: 'counted', times: 12 });
  await client.mutation(api.mail.sendLaterAndCancel, { to: 'cancelled' });
  await until(
    () => client.query(api.mail.attempts, { to: 'counted' }),
    (count) => count === 12,
    15_000,
  );
  await until(
    () => client.query(api.mail.outcome, { to: 'cancelled' }),
    (rows: { kind: string }[]) => rows[0]?.kind === 'canceled',
    15_000,
  );
  expect(await client.query(api.mail.attempts, { to: 'cancelled' })).toBe(0);
}, 40_000);

test('batch-worker: one loop drains the additions of concurrent writers in batches', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, value) => client.mutation(api.events.add, { value })));
  const { sum } = await until(
    () => client.query(api.events.sum, {}),
    ({ left }) => left === 0,
    15_000,
  );
  expect(sum.total).toBe((59 * 60) / 2);
  expect(sum.batches).toBeGreaterThanOrEqual(6);
  await client.mutation(api.events.add, { value: 1_000 });
  await until(
    () => client.query(api.events.sum, {}),
    (state) => state.sum.total === (59 * 60) / 2 + 1_000,
    15_000,
  );
}, 40_000);

test('aggregate and sharded-counter: follow every write, by concurrent writers too', async () => {
  const ids: string[] = [];
  for (let score = 0; score < 40; score++)
    ids.push(await client.mutation(api.scores.add, { player: `p${score % 3}`, score }));
  await Promise.all([
    client.mutation(api.scores.change, { id: ids[0], score: 100 }),
    client.mutation(api.scores.remove, { id: ids[1] }),
    client.mutation(api.scores.add, { player: 'late', score: 2.5 }),
  ]);
  const scores = [...Array.from({ length: 38 }, (_, number) => number + 2), 100, 2.5].sort((a, b) => a - b);
  expect(await client.query(api.scores.standing, { above: 30 })).toEqual({
    count: 40,
    sum: scores.reduce((a, b) => a + b),
    best: 100,
    above: 10,
    third: scores[2],
    counted: 40,
  });
});

test('migrations: run in batches, in series, and are not run twice', async () => {
  await client.mutation(api.migrations.populate, { count: 40 });
  await fixture.deployment.run('migrations:run', { fn: 'migrations:greetAll' });
  await until(
    () => client.query(api.migrations.greeted, {}),
    (count) => count === 40,
    15_000,
  );
  await until(
    () => client.query(api.migrations.status, {}),
    ([first]) => first?.state === 'success',
    10_000,
  );
  await fixture.deployment.run('migrations:runAll', {});
  await until(
    () => client.query(api.migrations.greeted, {}),
    (count) => count === 30,
    15_000,
  );
  const status = await until(
    () => client.query(api.migrations.status, {}),
    (all: { state: string }[]) => all.every(({ state }) => state === 'success'),
    10_000,
  );
  expect(status).toEqual(
    expect.arrayContaining([
      { name: 'migrations:greetAll', state: 'success', processed: 40 },
      { name: 'migrations:silence', state: 'success', processed: 10 },
    ]),
  );
}, 60_000);
