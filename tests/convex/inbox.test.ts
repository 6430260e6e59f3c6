/**
 * The inbox behind its door: events wait for their domain's mapper, reach it once and in their order, and are set aside where
 * they cannot be used. The mapper is a test's own, in the place where a domain's would be.
 */
import { MAX_QUARANTINED, MAX_WAITING_EVENTS } from '@gigsy/schema';
import rateLimiter from '@convex-dev/rate-limiter/test';
import { convexTest } from 'convex-test';
import { type GenericDataModel, type GenericDatabaseWriter, defineSchema, defineTable } from 'convex/server';
import { v } from 'convex/values';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { InboundMapper } from '../../convex/model/events/mapper.js';
import { inboundMappers } from '../../convex/model/inbound.js';
import schema from '../../convex/schema.js';
import type { JudgedEvent } from '../../convex/tables/events/inbox.js';
import { ISSUER, deployment, key, modules, person, raising, refusalOf, type Deployment } from './deployment.ts';
import { COURSES, type TestSource, judgedFaulty, judgedGood, sourceOf } from './inbox-source.ts';
import { linked, partnerOf } from './partner.ts';

vi.mock('../../convex/model/inbound.ts', () => ({ inboundMappers: [] }));

/** The generated types do not know this test's table. */
const testTables = (ctx: { db: unknown }) => ctx.db as GenericDatabaseWriter<GenericDataModel>;

/** Leaves a row for each event that it takes, and fails for some after that. */
const mapper: InboundMapper = {
  domain: 'portfolio',
  async apply(ctx, { id, accountId, data, at }) {
    const { subject } = (await ctx.db.get('accounts', accountId))!;
    await testTables(ctx).insert('taken', { subject, id, record: String(data.record), at });
    if (id.startsWith('poison')) throw new Error('The mapper cannot take it.');
  },
};

let d: Deployment;
let source: TestSource;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  vi.spyOn(console, 'error');
  deployment();
  const taken = defineTable({ subject: v.string(), id: v.string(), record: v.string(), at: v.number() });
  const t = convexTest({ schema: defineSchema({ ...schema.tables, taken }), modules });
  rateLimiter.register(t);
  d = { t: t as never, as: (subject) => raising(t.withIdentity({ issuer: ISSUER, subject })) as never };
  source = await sourceOf(d);
  await person(d, 'ada');
});
afterEach(() => {
  (inboundMappers as InboundMapper[]).length = 0;
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const declareMapper = () => (inboundMappers as InboundMapper[]).push(mapper);

/** Runs the jobs, and those that they schedule. */
async function pass(rounds = 8): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await vi.advanceTimersByTimeAsync(1);
    await d.t.finishInProgressScheduledFunctions();
  }
}

async function take(events: Promise<JudgedEvent>[], name = source.name): Promise<string[]> {
  const outcomes = await d.t.mutation(internal.events.inbox.take, { name, events: await Promise.all(events) });
  return outcomes.map(({ outcome }) => outcome);
}

/** The events that the mapper took, in its order. */
async function mapped(): Promise<string[]> {
  const rows = await d.t.run((ctx) => testTables(ctx).query('taken').collect());
  return rows.map(({ subject, id }) => `${subject} ${id}`);
}

const states = () =>
  d.t.run(async (ctx) => (await ctx.db.query('inboxEvents').collect()).map(({ id, state }) => `${id} ${state}`));
const quarantined = () => source.admin.query(api.events.quarantine.list, {});
const good = (id: string, subject = 'handle:ada') => judgedGood({ id, subject });
const meter = async () =>
  (await source.admin.query(api.events.sources.list, {})).find((one) => one.source === source.name)!;

describe('an accepted event', () => {
  test('reaches the mapper of its domain once, however often it is sent', async () => {
    declareMapper();
    expect(await take([good('one'), good('one'), good('two')])).toEqual(['accepted', 'duplicate', 'accepted']);
    await pass();
    expect(await take([good('two'), good('one')])).toEqual(['duplicate', 'duplicate']);
    await pass();
    expect(await mapped()).toEqual(['user_ada one', 'user_ada two']);
    expect(await states()).toEqual(['one applied', 'two applied']);
    expect(await meter()).toMatchObject({ received: 2, waiting: 0 });
    expect(await meter()).toMatchObject({ waiting: 0, quarantined: 0 });
  });

  test('waits where its domain has no mapper, and comes before newer ones once there is one', async () => {
    await take(['one', 'two'].map((id) => good(id)));
    await pass();
    expect([await mapped(), await states()]).toEqual([[], ['one parked', 'two parked']]);
    declareMapper();
    await take([good('three')]);
    await pass();
    expect(await mapped()).toEqual(['user_ada one', 'user_ada two', 'user_ada three']);
  });

  test('that waits is found by the clock after a mapper came, and where a job was lost', async () => {
    await take([good('one')]);
    await pass();
    declareMapper();
    await take([good('two')]);
    await d.t.run(async (ctx) => {
      for (const { _id } of await ctx.db.system.query('_scheduled_functions').collect())
        await ctx.scheduler.cancel(_id);
    });
    await pass();
    expect(await mapped()).toEqual([]);
    // A job that may still run gets no second one beside it.
    await d.t.mutation(internal.events.inbox.wake, {});
    await pass();
    expect(await mapped()).toEqual([]);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    await d.t.mutation(internal.events.inbox.wake, {});
    await pass();
    expect(await mapped()).toEqual(['user_ada one', 'user_ada two']);
    expect(await meter()).toMatchObject({ waiting: 0 });
  });

  test('keeps its place among more than one transaction takes', async () => {
    declareMapper();
    const ids = Array.from({ length: 70 }, (_, n) => String(n));
    await take(ids.map((id) => good(id)));
    await pass();
    expect(await mapped()).toEqual(ids.map((id) => `user_ada ${id}`));
  });

  test('of one source does not wait for those of another', async () => {
    declareMapper();
    const other = await sourceOf(d, { address: `${COURSES}/other` });
    await take(Array.from({ length: 60 }, (_, n) => good(`noise-${n}`)));
    await take([judgedGood({ id: 'quiet', address: `${COURSES}/other` })], other.name);
    await pass(1);
    expect(await mapped()).toContain('user_ada quiet');
    expect((await mapped()).length).toBeLessThan(61);
  });

  test('is about the person who is linked to the organisation of its source', async () => {
    declareMapper();
    const partner = await partnerOf(d);
    const secret = (await partner.issue('secret')).secret;
    await linked(partner, secret, d.as('user_ada'), 'u-7');
    const theirs = await sourceOf(d, { partner: partner.partner, address: `${COURSES}/theirs` });
    const event = (id: string) => judgedGood({ id, subject: 'user:u-7', address: `${COURSES}/theirs` });
    await take([event('linked')], theirs.name);
    await take([good('not theirs', 'user:u-7')]);
    await pass();
    expect(await mapped()).toEqual(['user_ada linked']);
    expect((await quarantined()).map(({ id, reason }) => [id, reason])).toEqual([['not theirs', 'unknown_subject']]);
  });

  test('about a former handle is about the person who had it', async () => {
    declareMapper();
    await d.as('user_ada').mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    await take([good('one', 'handle:ada'), good('two', 'handle:countess')]);
    await pass();
    expect(await mapped()).toEqual(['user_ada one', 'user_ada two']);
  });
});

describe('an event that its mapper cannot take', () => {
  test('leaves nothing, holds up no other, and says so without content', async () => {
    declareMapper();
    await take([good('one'), good('poison'), good('two')]);
    await pass();
    expect(await mapped()).toEqual(['user_ada one', 'user_ada two']);
    expect(await quarantined()).toMatchObject([{ id: 'poison', reason: 'mapping_failed', replayable: true }]);
    const lines = vi.mocked(console.error).mock.calls.flat().map(String);
    expect(lines).toEqual([expect.stringContaining('"event":"inbox.mapping_failed"') as string]);
    expect(lines[0]).not.toMatch(/poison|Glass|ada/);
    expect(await meter()).toMatchObject({ waiting: 0, quarantined: 0 });
  });
});

describe('quarantine', () => {
  const replay = async (id: string) => {
    const { event } = (await quarantined()).find((one) => one.id === id)!;
    return source.admin.mutation(api.events.quarantine.replay, { event, idempotencyKey: key() });
  };

  test('holds faulty events once, with every faulty place and no content', async () => {
    const faulty = () => judgedFaulty({ id: 'faulty', note: 'Kestrel' });
    expect(await take([faulty()])).toEqual(['quarantined']);
    expect(await take([faulty()])).toEqual(['quarantined']);
    const rows = await quarantined();
    expect(rows).toMatchObject([
      { source: source.name, id: 'faulty', type: 'course.completed', reason: 'invalid_data', replayable: true },
    ]);
    expect(rows[0]!.fields.map(({ path, code }) => [path, code])).toEqual([['data.course', 'required']]);
    expect(JSON.stringify(rows)).not.toContain('Kestrel');
    expect(await meter()).toMatchObject({ quarantined: 1 });
  });

  test('lets an event go once the source has sent it without the fault', async () => {
    await take([judgedFaulty({ id: 'one' })]);
    expect(await take([good('one')])).toEqual(['accepted']);
    expect(await quarantined()).toEqual([]);
    expect(await meter()).toMatchObject({ quarantined: 0 });
    expect(await take([judgedFaulty({ id: 'one' })])).toEqual(['duplicate']);
  });

  test('keeps a faulty event that is read again, and hands on one that has become good', async () => {
    declareMapper();
    await take([judgedFaulty({ id: 'faulty' }), good('early', 'handle:new-person')]);
    await pass();
    expect(await replay('faulty')).toMatchObject({ outcome: 'quarantined', reason: 'invalid_data' });
    expect(await replay('early')).toMatchObject({ outcome: 'accepted', reason: null });
    await pass();
    expect((await quarantined()).map(({ id, reason }) => [id, reason]).sort()).toEqual([
      ['early', 'unknown_subject'],
      ['faulty', 'invalid_data'],
    ]);
    await person(d, 'new-person');
    await replay('early');
    await pass();
    expect(await mapped()).toEqual(['user_new-person early']);
    expect(await take([good('early', 'handle:new-person')])).toEqual(['duplicate']);
  });

  test('counts an event out that is dropped', async () => {
    await take([judgedFaulty({ id: 'faulty' })]);
    const { event } = (await quarantined())[0]!;
    await source.admin.mutation(api.events.quarantine.drop, { event, idempotencyKey: key() });
    expect([await quarantined(), (await meter()).quarantined]).toEqual([[], 0]);
    const again = source.admin.mutation(api.events.quarantine.drop, { event, idempotencyKey: key() });
    expect((await refusalOf(again)).code).toBe('not_found');
  });

  test('that is full refuses the request whole, and good events still come in', async () => {
    await d.t.run(async (ctx) => {
      const [row] = await ctx.db.query('inboxMeters').collect();
      await ctx.db.patch('inboxMeters', row!._id, { quarantined: MAX_QUARANTINED });
    });
    expect((await refusalOf(take([good('one'), judgedFaulty({ id: 'two' })]))).code).toBe('rate_limited');
    expect(await states()).toEqual([]);
    expect(await take([good('one')])).toEqual(['accepted']);
  });
});

test('a backlog refuses the request whole, says when to come back, and draws nothing from the limit', async () => {
  const backlog = (taken: number) =>
    d.t.run(async (ctx) => {
      const [meterRow, jobRow] = [await ctx.db.query('inboxMeters').first(), await ctx.db.query('inboxJobs').first()];
      await ctx.db.patch('inboxMeters', meterRow!._id, { received: MAX_WAITING_EVENTS });
      await ctx.db.patch('inboxJobs', jobRow!._id, { taken });
    });
  await backlog(0);
  for (let n = 0; n < 20; n += 1) {
    const events = Array.from({ length: 100 }, (_, event) => good(`${n}-${event}`));
    expect(await refusalOf(take(events))).toMatchObject({ code: 'rate_limited', retryAfterMs: 30_000 });
  }
  expect(await states()).toEqual([]);
  await backlog(1);
  expect(await take([good('one')])).toEqual(['accepted']);
});

test('a backlog does not depend on how many people are known', async () => {
  const other = await sourceOf(d, { address: `${COURSES}/other` });
  await take(Array.from({ length: 30 }, (_, n) => good(`${n}`)));
  const unknown = (id: string) => judgedGood({ id, subject: 'handle:nobody', address: `${COURSES}/other` });
  await take(
    Array.from({ length: 30 }, (_, n) => unknown(`${n}`)),
    other.name,
  );
  await pass();
  const sources = await source.admin.query(api.events.sources.list, {});
  expect(sources.map(({ waiting, quarantined: held }) => [waiting, held])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

describe('a source', () => {
  const { register, rotate, remove, list } = api.events.sources;

  test('shows its secret once, and no list has it', async () => {
    const registration = { label: 'Gigs', address: 'https://gigs.example', idempotencyKey: key() };
    const first = await source.admin.mutation(register, registration);
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await source.admin.mutation(register, registration)).toEqual({ ...first, secret: null });
    expect(JSON.stringify(await source.admin.query(list, {}))).not.toContain('whsec_');
    const audit = await d.t.run((ctx) => ctx.db.query('auditLog').collect());
    expect(
      JSON.stringify(audit, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('whsec_');
  });

  test('has an address of its own', async () => {
    const again = source.admin.mutation(register, { label: 'Again', address: COURSES, idempotencyKey: key() });
    expect((await refusalOf(again)).fields).toMatchObject([{ path: 'address', code: 'not_unique' }]);
  });

  test('has two secrets at most', async () => {
    for (let n = 0; n < 3; n += 1)
      await source.admin.mutation(rotate, { source: source.name, graceMs: 60_000, idempotencyKey: key() });
    const signer = (await d.t.query(internal.events.inbox.signer, { name: source.name }))!;
    expect(signer.secrets.map(({ endsAt = 0 }) => endsAt)).toEqual([0, Date.now() + 60_000]);
    expect((await meter()).graceEndsAt).toBe(Date.now() + 60_000);
  });

  test('that is removed keeps no secret; its events that wait are processed, and its address is free', async () => {
    declareMapper();
    await take([good('one')]);
    await source.admin.mutation(remove, { source: source.name, idempotencyKey: key() });
    await pass();
    expect(await mapped()).toEqual(['user_ada one']);
    const [row] = await d.t.run((ctx) => ctx.db.query('eventSources').collect());
    expect(row).toMatchObject({ active: false, secrets: [] });
    expect((await sourceOf(d)).name).not.toBe(source.name);
    expect((await refusalOf(take([good('two')]))).code).toBe('unauthenticated');
  });
});
