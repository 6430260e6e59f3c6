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

test('a scheduled mutation runs once, and its document tells how it went', async () => {
  const id = await fixture.http().mutation(api.runtime.schedule, { name: 'soon', delayMs: 20 });
  expect(await job(id)).toMatchObject({ state: { kind: 'pending' }, name: 'counters:internalIncrement', args: [{ name: 'soon' }] });
  const done = await until(() => job(id), ({ state }) => state.kind === 'success');
  expect(done.completedTime).toBeGreaterThanOrEqual(done.scheduledTime);
  expect(await counter('soon')).toBe(1);
});

test('a mutation that fails schedules nothing', async () => {
  await expect(fixture.http().mutation(api.runtime.schedule, { name: 'undone', delayMs: 0, fail: true })).rejects.toThrow('undo');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await counter('undone')).toBe(0);
});

test('a cancelled function does not run', async () => {
  const client = fixture.http();
  const id = await client.mutation(api.runtime.schedule, { name: 'cancelled', delayMs: 80 });
  await client.mutation(api.runtime.cancel, { id });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await counter('cancelled')).toBe(0);
  expect((await job(id)).state).toEqual({ kind: 'canceled' });
});

test('pending functions survive a restart, an interrupted action fails and never runs again', async () => {
  const client = fixture.http();
  const later = await client.mutation(api.runtime.schedule, { name: 'restart', delayMs: 700 });
  const action = await client.mutation(api.runtime.scheduleAction, { name: 'interrupted', waitMs: 60_000 });
  await until(() => counter('interrupted'), (value) => value === 1);
  await fixture.restart();
  expect((await job(action)).state).toMatchObject({ kind: 'failed' });
  await until(() => job(later), ({ state }) => state.kind === 'success');
  expect([await counter('restart'), await counter('interrupted')]).toEqual([1, 1]);
});

test('a finished action is marked so', async () => {
  const id = await fixture.http().mutation(api.runtime.scheduleAction, { name: 'finished', waitMs: 1 });
  await until(() => job(id), ({ state }) => state.kind === 'success');
  expect(await counter('finished')).toBe(2);
});

test('an interval cron runs at once and again, a daily one waits', async () => {
  await until(() => counter('cron'), (value) => value >= 2);
  expect(await counter('nightly')).toBe(0);
});
