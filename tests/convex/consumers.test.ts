/** Consumers of the log: woken by writers, each event once, and none lost when a consumer fails. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { consumers } from '../../convex/model/consumers.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';
import { partnerOf } from './partner.ts';
import { costByTable } from './transaction-cost.ts';

const BASELINES = 'profile.baselines';
const baselines = consumers.find(({ name }) => name === BASELINES)!;
const { take } = baselines;

let d: Deployment;
let admin: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2031, 4, 1) });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  d = deployment();
  ({ admin } = await partnerOf(d));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lets time pass, with all that is scheduled. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) {
    await vi.advanceTimersByTimeAsync(Math.min(left, 1_000));
    await d.t.finishInProgressScheduledFunctions();
  }
}

const state = async () =>
  (await admin.query(api.events.consumers.status, {})).find(({ consumer }) => consumer === BASELINES)!;
const counted = async () =>
  (await admin.query(api.profile.baselines, {})).roles
    .flatMap(({ completeness }) => completeness)
    .reduce((sum, count) => sum + count, 0);

/** Fails for events about the profile with this handle, as often as it is asked, until the mock is restored. */
async function failingFor(handle: string): Promise<void> {
  const profiles = await d.t.run((ctx) => ctx.db.query('profiles').collect());
  const broken = profiles.find((row) => row.handle === handle)!._id;
  vi.spyOn(baselines, 'take').mockImplementation(async (ctx, events) => {
    await take(ctx, events);
    if (events.some(({ subject }) => subject.id === broken)) throw new Error('this event cannot be taken');
  });
}

test('run when events are appended, and stop when they have taken all', async () => {
  await person(d, 'ada');
  expect(await state()).toMatchObject({ upTo: null, running: false });
  await pass(4_000);
  expect([await counted(), await state()]).toMatchObject([1, { behind: 0, oldest: null, running: false }]);
  await person(d, 'ben');
  const { behind, taken } = await state();
  expect(behind).toBeGreaterThan(0);
  await pass(4_000);
  expect((await state()).taken).toBe(taken + behind);
  expect([await counted(), await state()]).toMatchObject([2, { behind: 0, running: false }]);
});

test('are woken by the first of many writers alone: the others write nothing that they share', async () => {
  const ada = await person(d, 'ada');
  const edit = (text: string, expected: number) =>
    ada.mutation(api.profile.update, {
      changes: { about: { text } },
      expected: { about: expected },
      idempotencyKey: key(),
    });
  const { costs } = await costByTable(() => edit('One', 1));
  expect(costs.get('eventWakes')!.written).toBe(0);
  await pass(4_000);
  expect((await costByTable(() => edit('Two', 2))).costs.get('eventWakes')!.written).toBe(1);
});

describe('an event at which a consumer fails', () => {
  test('becomes a dead letter after four attempts, and holds no other up', async () => {
    for (const handle of ['ada', 'ben', 'cy']) await person(d, handle);
    await failingFor('ben');
    await pass(10_000);
    // The events before it are taken, and those behind it wait.
    expect([await counted(), (await state()).running]).toEqual([1, true]);
    await pass(180_000);
    const { behind, running, deadLetters } = await state();
    expect([await counted(), behind, running]).toEqual([2, 0, false]);
    expect(deadLetters.map(({ type, attempts }) => [type, attempts])).toEqual([
      ['profile.published', 4],
      ['profile.created', 4],
    ]);
  });

  test('can be handed over again once the consumer is mended', async () => {
    for (const handle of ['ada', 'ben']) await person(d, handle);
    await failingFor('ben');
    await pass(200_000);
    const { deadLetters } = await state();
    const again = (letter: string) => admin.mutation(api.events.consumers.replay, { letter, idempotencyKey: key() });
    await again(deadLetters[0]!.letter);
    await pass(1_000);
    expect((await state()).deadLetters).toHaveLength(deadLetters.length);
    vi.restoreAllMocks();
    for (const { letter } of deadLetters) await again(letter);
    await pass(1_000);
    expect([await counted(), (await state()).deadLetters]).toEqual([2, []]);
  });

  test('is tried again before it is given up, and counts once', async () => {
    await person(d, 'ada');
    let failures = 2;
    vi.spyOn(baselines, 'take').mockImplementation(async (ctx, events) => {
      await take(ctx, events);
      failures -= 1;
      if (failures >= 0) throw new Error('not now');
    });
    await pass(30_000);
    expect([await counted(), await state()]).toMatchObject([1, { behind: 0, deadLetters: [] }]);
  });
});

test('a run that was lost is taken up by the cron', async () => {
  await person(d, 'ada');
  await d.t.run(async (ctx) => {
    await ctx.db.insert('eventRuns', {
      consumer: BASELINES,
      running: true,
      again: false,
      failures: 0,
      singly: 0,
      at: Date.now() - 10 * 60_000,
    });
  });
  await d.t.mutation(internal.events.consumers.wake, {});
  await pass(60_000);
  expect([await counted(), await state()]).toMatchObject([1, { behind: 0, running: false }]);
});
