/** Scheduled functions and cron jobs, across restarts too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api, startFixture, until } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const counter = (name: string) => fixture.http().query(api.counters.read, { name }) as Promise<number>;
const job = (id: string) => fixture.http().query(api.runtime.job, { id }) as Promise<any>;

/** Longer than any test: jobs due then stay pending. */
const NEVER_MS = 3_600_000;

test('a scheduled mutation waits until it is due', async () => {
  const id = await fixture.http().mutation(api.runtime.schedule, { name: 'later', delayMs: NEVER_MS });
  expect(await job(id)).toMatchObject({
    state: { kind: 'pending' },
    name: 'counters:internalIncrement',
    args: [{ name: 'later' }],
  });
  expect(await counter('later')).toBe(0);
});

test('a scheduled mutation runs once, and its document tells how it went', async () => {
  const id = await fixture.http().mutation(api.runtime.schedule, { name: 'soon', delayMs: 20 });
  const done = await until(
    () => job(id),
    ({ state }) => state.kind === 'success',
  );
  expect(done.completedTime).toBeGreaterThanOrEqual(done.scheduledTime);
  expect(await counter('soon')).toBe(1);
});

test('a mutation that fails schedules nothing', async () => {
  await expect(
    fixture.http().mutation(api.runtime.schedule, { name: 'undone', delayMs: 0, fail: true }),
  ).rejects.toThrow('undo');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await counter('undone')).toBe(0);
});

test('a cancelled function does not run', async () => {
  const { id, name, due } = await cancelledInTime(200);
  const after = await fixture
    .http()
    .mutation(api.runtime.schedule, { name: 'after the cancelled', delayMs: Math.max(0, due - Date.now()) + 1 });
  await until(
    () => job(after),
    ({ state }) => state.kind === 'success',
  );
  expect((await job(id)).state).toEqual({ kind: 'canceled' });
  expect(await counter(name)).toBe(0);
});

test('a function that became due while its cancellation ran does not run', async () => {
  const client = fixture.http();
  const name = 'due too late';
  let id: string;
  let ran = -1;
  do {
    ran += 1;
    id = await client.mutation(api.runtime.schedule, { name, delayMs: 30 });
  } while (!(await client.mutation(api.runtime.cancelSlowly, { id })));
  const after = await client.mutation(api.runtime.schedule, { name: 'after the late', delayMs: 1 });
  await until(
    () => job(after),
    ({ state }) => state.kind === 'success',
  );
  expect((await job(id)).state).toEqual({ kind: 'canceled' });
  expect(await counter(name)).toBe(ran);
});

/** A machine under load may run a function before its cancellation arrives: then another one with more time is tried. */
async function cancelledInTime(delayMs: number): Promise<{ id: string; name: string; due: number }> {
  const client = fixture.http();
  const name = `cancelled within ${delayMs} ms`;
  const id = await client.mutation(api.runtime.schedule, { name, delayMs });
  await client.mutation(api.runtime.cancel, { id });
  const { state, scheduledTime } = await job(id);
  if (state.kind === 'success') return cancelledInTime(delayMs * 2);
  return { id, name, due: scheduledTime };
}

test('pending functions survive a restart, an interrupted action fails and never runs again', async () => {
  const client = fixture.http();
  const later = await client.mutation(api.runtime.schedule, { name: 'restart', delayMs: 700 });
  const action = await client.mutation(api.runtime.scheduleAction, { name: 'interrupted', waitMs: 60_000 });
  await until(
    () => counter('interrupted'),
    (value) => value === 1,
  );
  await fixture.restart();
  expect((await job(action)).state).toMatchObject({ kind: 'failed' });
  await until(
    () => job(later),
    ({ state }) => state.kind === 'success',
  );
  expect([await counter('restart'), await counter('interrupted')]).toEqual([1, 1]);
});

test('a finished action is marked so', async () => {
  const id = await fixture.http().mutation(api.runtime.scheduleAction, { name: 'finished', waitMs: 1 });
  await until(
    () => job(id),
    ({ state }) => state.kind === 'success',
  );
  expect(await counter('finished')).toBe(2);
});

test('an interval cron runs at once and again, a daily one waits', async () => {
  await until(
    () => counter('cron'),
    (value) => value >= 2,
  );
  expect(await counter('nightly')).toBe(0);
});
