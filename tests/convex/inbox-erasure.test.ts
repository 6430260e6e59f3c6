/** Events of the inbox as personal data: whose they are before a job has seen them, and where they are faulty. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { JudgedEvent } from '../../convex/tables/events/inbox.js';
import { type Deployment, deployment, person } from './deployment.ts';
import { COURSES, type TestSource, judgedFaulty, judgedGood, sourceOf } from './inbox-source.ts';
import { linked, partnerOf } from './partner.ts';

let d: Deployment;
let source: TestSource;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2031, 4, 1) });
  d = deployment();
  source = await sourceOf(d);
  await person(d, 'ada');
});
afterEach(() => {
  vi.useRealTimers();
});

const take = async (events: Promise<JudgedEvent>[], name = source.name) =>
  d.t.mutation(internal.events.inbox.take, { name, events: await Promise.all(events) });

/** Runs the jobs, and those that they schedule. */
async function pass(): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await vi.advanceTimersByTimeAsync(1);
    await d.t.finishInProgressScheduledFunctions();
  }
}

/** One of the stores of what is about Ada. */
async function storeOfAda(table: 'inboxEvents' | 'inboxQuarantine') {
  const { stores } = await import('../../convex/model/stores.js');
  const { erase, export: exported } = stores.find((store) => store.table === table)!;
  if (typeof exported === 'string' || typeof erase === 'string') throw new Error('The store is not erased.');
  const accounts = await d.t.run((ctx) => ctx.db.query('accounts').collect());
  const ada = {
    account: accounts.find(({ subject }) => subject === 'user_ada')!,
    profileId: undefined,
    handles: ['ada'],
  };
  return {
    page: (cursor: string | null) => d.t.run((ctx) => exported(ctx, ada, cursor)),
    /** The number of rows that are deleted. */
    erase: () => d.t.run((ctx) => erase(ctx, ada, 10)),
  };
}

test('a faulty event that names a person by a partner id goes with that person, and with nobody else', async () => {
  const partner = await partnerOf(d);
  const { secret } = await partner.issue('secret');
  await linked(partner, secret, d.as('user_ada'), 'u-7');
  const theirs = await sourceOf(d, { partner: partner.partner, address: `${COURSES}/theirs` });
  const faulty = (id: string, subject: string) => judgedFaulty({ id, subject });
  await take([faulty('ours', 'user:u-7'), faulty('somebody', 'user:u-8')], theirs.name);
  // This source is of no organisation, so the same id means nobody.
  await take([faulty('other', 'user:u-7')]);
  await pass();
  expect(await (await storeOfAda('inboxQuarantine')).erase()).toBe(1);
  const left = await source.admin.query(api.events.quarantine.list, {});
  expect(left.map(({ id }) => id).sort()).toEqual(['other', 'somebody']);
});

test('an event that no job has seen goes with the person whose handle it names', async () => {
  await take([judgedGood({ id: 'one' }), judgedFaulty({ id: 'faulty' })]);
  for (const table of ['inboxEvents', 'inboxQuarantine'] as const) {
    const store = await storeOfAda(table);
    const first = await store.page(null);
    const second = await store.page(first.cursor);
    expect([table, first.rows.length, second.rows.length, second.cursor]).toEqual([table, 0, 1, null]);
    expect(await store.erase()).toBe(1);
  }
  await pass();
  expect(await source.admin.query(api.events.sources.list, {})).toMatchObject([{ waiting: 0, quarantined: 0 }]);
});
