/**
 * A source that sends at ten times its rate for a minute, beside others that send at theirs, by a clock that the test sets: what is
 * taken, what is put off, for how long, and whose turn it is.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { JudgedEvent } from '../../convex/tables/events/inbox.js';
import { type Deployment, deployment, person } from './deployment.ts';
import { COURSES, type TestSource, judgedGood, sourceOf } from './inbox-source.ts';
import { costByTable } from './transaction-cost.ts';

const BEGAN = Date.UTC(2031, 4, 1);
/** Events a minute, the requests of ten events of the noisy source, one a second, and the times that it sends too much. */
const RATE = 60;
const BATCH = 10;

let d: Deployment;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: BEGAN });
  d = deployment();
});
afterEach(() => {
  vi.useRealTimers();
});

async function sourceAt(label: string): Promise<TestSource & { address: string }> {
  const address = `${COURSES}/${label}`;
  return { ...(await sourceOf(d, { address, perMinute: RATE })), address };
}

function eventsOf(
  { address }: { address: string },
  first: number,
  count: number,
  subject = 'handle:nobody',
): Promise<JudgedEvent[]> {
  const numbers = Array.from({ length: count }, (_, at) => first + at);
  return Promise.all(
    numbers.map((number) => judgedGood({ id: String(number), address, subject, note: `Skill ${number}` })),
  );
}

/** Milliseconds after which a request may come again; null where it was taken. */
async function sent({ name }: TestSource, events: JudgedEvent[]): Promise<number | null> {
  try {
    await d.t.mutation(internal.events.inbox.take, { name, events });
    return null;
  } catch (error) {
    const { code, retryAfterMs } = dataOf(error);
    expect([code, retryAfterMs]).toEqual(['rate_limited', expect.any(Number)]);
    return retryAfterMs!;
  }
}

function dataOf(error: unknown): { code: string; retryAfterMs?: number } {
  const { data } = error as { data?: unknown };
  return (typeof data === 'string' ? JSON.parse(data) : data) as { code: string };
}

/** One round of the jobs of all sources. */
async function pass(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1);
  await d.t.finishInProgressScheduledFunctions();
}

/** Runs of the consumers of the log that were asked for. */
async function wakings(): Promise<number> {
  const jobs = await d.t.run((ctx) => ctx.db.system.query('_scheduled_functions').collect());
  return jobs.filter(({ name }) => name.startsWith('events/consumers:wake')).length;
}

async function received({ admin, name }: TestSource): Promise<number> {
  const rows = await admin.query(api.events.sources.list, {});
  return rows.find(({ source }) => source === name)!.received;
}

test('a flood is taken to its last event at the rate of its source, and no other source is refused', async () => {
  const [noisy, quiet] = [await sourceAt('noisy'), await sourceAt('quiet')];
  const putOff: JudgedEvent[][] = [];
  let refusedToQuiet = 0;
  for (let second = 0; second < 60; second += 1) {
    vi.setSystemTime(BEGAN + second * 1_000);
    const batch = await eventsOf(noisy, second * BATCH, BATCH);
    if ((await sent(noisy, batch)) !== null) putOff.push(batch);
    if ((await sent(quiet, await eventsOf(quiet, second, 1))) !== null) refusedToQuiet += 1;
  }
  // A source may send a hundred events at once, and has earned fifty-nine more by the last second.
  expect([60 - putOff.length, putOff.length, refusedToQuiet]).toEqual([15, 45, 0]);

  for (const batch of putOff) {
    const wait = await sent(noisy, batch);
    if (wait === null) continue;
    vi.setSystemTime(Date.now() + wait);
    expect(await sent(noisy, batch)).toBeNull();
  }
  expect([await received(noisy), await received(quiet)]).toEqual([600, 60]);
  // Six hundred events, a hundred of them at once and the others by one a second.
  expect(Math.round((Date.now() - BEGAN) / 1_000)).toBe(500);
});

test('a job with more waiting than it takes at once reads nothing that requests and wakings of the consumers write', async () => {
  const noisy = await sourceAt('noisy');
  await person(d, 'ada');
  await sent(noisy, await eventsOf(noisy, 0, 60, 'handle:ada'));
  const before = await wakings();
  const { costs } = await costByTable(() => pass());
  expect(costs.get('inboxJobs')).toMatchObject({ written: 1 });
  expect(costs.get('events')).toMatchObject({ written: 20 });
  expect(['inboxMeters', 'rateLimits', 'eventWakes'].filter((table) => costs.has(table))).toEqual([]);
  // The consumers run once for all twenty.
  expect((await wakings()) - before).toBe(1);
});

test('each source has its turn in each round of the jobs, however much of another waits', async () => {
  const sources = [await sourceAt('noisy'), await sourceAt('quiet'), await sourceAt('other')];
  const sizes = [70, 5, 25];
  for (const [at, source] of sources.entries()) await sent(source, await eventsOf(source, 0, sizes[at]!));
  const rounds: number[][] = [];
  for (let round = 0; round < 4; round += 1) {
    await pass();
    const rows = await sources[0]!.admin.query(api.events.sources.list, {});
    rounds.push(sources.map(({ name }) => rows.find(({ source }) => source === name)!.waiting));
  }
  // Twenty of each.
  expect(rounds).toEqual([
    [50, 0, 5],
    [30, 0, 0],
    [10, 0, 0],
    [0, 0, 0],
  ]);
});

test('a source from before jobs had rows of their own goes on from the place in its meter', async () => {
  const source = await sourceAt('older');
  await person(d, 'ada');
  await sent(source, await eventsOf(source, 0, 3, 'handle:ada'));
  await pass();
  await d.t.run(async (ctx) => {
    await ctx.db.delete('inboxJobs', (await ctx.db.query('inboxJobs').first())!._id);
    await ctx.db.patch('inboxMeters', (await ctx.db.query('inboxMeters').first())!._id, { taken: 3, draining: false });
  });
  await sent(source, await eventsOf(source, 3, 2, 'handle:ada'));
  const waiting = async () => (await source.admin.query(api.events.sources.list, {}))[0]!.waiting;
  expect(await waiting()).toBe(2);
  await pass();
  expect(await waiting()).toBe(0);
});
