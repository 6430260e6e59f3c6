/** Partners' webhooks: what gets into their queues, in which order it leaves, and when it is given up. */
import { DELIVERIES_KEPT_MS, DELIVERY_RETRIES, type Delivery, MAX_WEBHOOKS } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { SECRET, deliver } from './clerk-delivery.ts';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { type Partner, partnerOf } from './partner.ts';

const URL_ = 'https://receiver.example/gigsy';
let d: Deployment;
let partner: Partner;
let admin: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2031, 4, 1) });
  d = deployment();
  partner = await partnerOf(d);
  ({ admin } = partner);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

type Hook = Id<'webhooks'>;

const register = (url = URL_) =>
  admin.mutation(api.events.webhooks.register, { partner: partner.partner, url, idempotencyKey: key() });

/** A webhook whose receiver has answered the challenge. */
async function active(): Promise<Hook> {
  const webhook = (await register()).webhook.webhook as Hook;
  await d.t.mutation(internal.events.deliveries.verified, { webhook, fault: null });
  return webhook;
}

/** Lets consumers run. */
async function pass(ms = 1_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await d.t.finishInProgressScheduledFunctions();
  await vi.advanceTimersByTimeAsync(0);
  await d.t.finishInProgressScheduledFunctions();
}

const queue = async (webhook: Hook, state?: Delivery['state']) =>
  (await admin.query(api.events.webhooks.deliveries, { webhook, ...(state && { state }) })).reverse();
const claim = (webhook: Hook) => d.t.mutation(internal.events.deliveries.claim, { webhook });
const settle = (delivery: string, fault: 'status' | null, more: { status?: number; waitMs?: number } = {}) =>
  d.t.mutation(internal.events.deliveries.settle, {
    delivery: delivery as Id<'webhookDeliveries'>,
    fault,
    status: null,
    waitMs: null,
    ...more,
  });
const shown = async () => (await admin.query(api.events.webhooks.list, { partner: partner.partner }))[0]!;

const edit = (caller: Caller, changes: object, expected: object) =>
  caller.mutation(api.profile.update, { changes, expected, idempotencyKey: key() } as never);
const headline = (caller: Caller, text: string, expected: number) =>
  edit(caller, { identity: { headline: text } }, { identity: expected });

describe('registering', () => {
  test.each([
    'http://receiver.example/',
    'https://10.0.0.7/',
    'https://[::1]/',
    'https://2130706433/',
    'https://localhost/',
    'https://metadata.google.internal/',
    'https://receiver.local/',
    'https://receiver.example:8443/',
    'http://127.0.0.1:8080/',
    'https://a:b@receiver.example/',
  ])('refuses %s', async (url) => {
    const { code, fields } = await refusalOf(register(url));
    expect([code, fields?.[0]?.path, fields?.[0]?.code]).toEqual(['invalid_argument', 'url', 'invalid_format']);
  });

  test('shows the secret once, and never again', async () => {
    const args = { partner: partner.partner, url: URL_, idempotencyKey: key() };
    const first = await admin.mutation(api.events.webhooks.register, args);
    const again = await admin.mutation(api.events.webhooks.register, args);
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(again).toEqual({ ...first, secret: null });
    expect(JSON.stringify(await shown())).not.toContain('whsec');
  });

  test('takes five webhooks of a partner, and no more', async () => {
    for (let n = 0; n < MAX_WEBHOOKS; n += 1) await register(`${URL_}/${n}`);
    expect((await refusalOf(register())).code).toBe('too_large');
  });

  test('signs by both secrets while one is replaced, and by the new one afterwards', async () => {
    const { webhook, secret } = await register();
    const id = webhook.webhook as Hook;
    const rotated = await admin.mutation(api.events.webhooks.rotate, {
      webhook: id,
      graceMs: 60_000,
      idempotencyKey: key(),
    });
    const secrets = async () => (await d.t.query(internal.events.deliveries.receiverOf, { webhook: id }))!.secrets;
    expect(await secrets()).toEqual([rotated.secret, secret]);
    await vi.advanceTimersByTimeAsync(60_001);
    expect(await secrets()).toEqual([rotated.secret]);
  });
});

describe('the queue', () => {
  test('stays empty until the receiver is verified', async () => {
    const webhook = (await register()).webhook.webhook as Hook;
    await person(d, 'ada');
    await pass();
    expect(await queue(webhook)).toEqual([]);
    expect((await refusalOf(admin.mutation(api.events.webhooks.test, { webhook, idempotencyKey: key() }))).code).toBe(
      'not_ready',
    );
  });

  test('gets what the public sees, and no trace of what it does not see', async () => {
    const webhook = await active();
    const ada = await person(d, 'ada', { sections: { contact: { phone: '+1 555 0100' } } });
    await pass();
    expect((await queue(webhook)).map(({ type }) => type)).toEqual(['profile.published']);
    const before = JSON.stringify([await queue(webhook), await shown()]);
    await edit(ada, { contact: { phone: '+1 555 0199' } }, { contact: 1 });
    await ada.mutation(api.privacy.update, { changes: { about: 'owner' }, expected: 1, idempotencyKey: key() });
    await ada.mutation(api.privacy.grants.add, { to: { person: 'somebody' }, idempotencyKey: key() });
    await pass();
    expect(JSON.stringify([await queue(webhook), await shown()])).toBe(before);
    // A change of both kinds names the public section alone.
    await edit(ada, { contact: { phone: '+1' }, identity: { headline: 'New' } }, { contact: 2, identity: 1 });
    await pass();
    for (const { delivery } of await claim(webhook)) await settle(delivery, null);
    const [due] = await claim(webhook);
    expect(JSON.parse(due!.body)).toMatchObject({ data: { sections: ['identity'] }, handle: 'ada' });
  });

  test('names nobody who has hidden meanwhile, and tells hidden people by nothing but that', async () => {
    const webhook = await active();
    const ada = await person(d, 'ada');
    await pass();
    await ada.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    await pass();
    const [first] = await claim(webhook);
    expect(first!.body).not.toContain('ada');
    await settle(first!.delivery, null);
    const [second] = await claim(webhook);
    expect(JSON.parse(second!.body)).toMatchObject({ type: 'profile.unpublished', data: {} });
    expect(second!.body).not.toContain('ada');
    // Nothing further of a hidden person, whatever happens.
    const length = (await queue(webhook)).length;
    await headline(ada, 'Hidden', 1);
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'suspended' });
    await pass();
    expect(await queue(webhook)).toHaveLength(length);
  });

  test('tells that a person who was public is erased, and not one who never was', async () => {
    const webhook = await active();
    await person(d, 'ada');
    const quiet = await person(d, 'quiet');
    await quiet.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    await d.t.run(async (ctx) => {
      // As if the profile had been private from the start.
      const hidden = (await ctx.db.query('profiles').collect()).find(({ handle }) => handle === 'quiet')!._id;
      for (const row of await ctx.db.query('events').collect())
        if ('subject' in row && row.subject.id === hidden) await ctx.db.delete(row._id);
    });
    vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', SECRET);
    for (const id of ['user_ada', 'user_quiet']) await deliver(d, { type: 'user.deleted', data: { id } });
    await pass();
    const types = (await queue(webhook)).map(({ type }) => type);
    expect(types).toEqual(['profile.published', 'profile.unpublished', 'profile.erased']);
  });

  test('sends what is about one person in its order, and lets others pass', async () => {
    const webhook = await active();
    const [ada] = [await person(d, 'ada'), await person(d, 'ben')];
    await headline(ada, 'One', 1);
    await headline(ada, 'Two', 2);
    await pass();
    expect((await queue(webhook)).map(({ state }) => state).sort()).toEqual(['queued', 'queued', 'waiting', 'waiting']);
    const [first, other] = await claim(webhook);
    await settle(first!.delivery, 'status', { status: 500 });
    await settle(other!.delivery, null);
    expect(await claim(webhook)).toEqual([]);
    await vi.advanceTimersByTimeAsync(6_000);
    const [again] = await claim(webhook);
    expect([again!.id, again!.body]).toEqual([first!.id, first!.body]);
    await settle(again!.delivery, null);
    const rest: string[] = [];
    for (let [next] = await claim(webhook); next; [next] = await claim(webhook)) {
      rest.push(next.id);
      await settle(next.delivery, null);
    }
    expect(rest).toEqual((await queue(webhook)).slice(-2).map(({ id }) => id));
  });
});

describe('a receiver that fails', () => {
  let webhook: Hook;
  let delivery: string;
  beforeEach(async () => {
    webhook = await active();
    await person(d, 'ada');
    await pass();
    delivery = (await queue(webhook))[0]!.delivery;
  });

  /** Attempts what is due, and lets it fail; the time until the next attempt. */
  async function failed(more: { status?: number; waitMs?: number } = {}): Promise<number | null> {
    for (const due of await claim(webhook)) await settle(due.delivery, 'status', { status: 500, ...more });
    const { dueAt } = (await queue(webhook))[0]!;
    return dueAt === null ? null : dueAt - Date.now();
  }

  test('is tried again by the schedule of Standard Webhooks, lengthened by a tenth at most, then no more', async () => {
    for (const delay of DELIVERY_RETRIES) {
      const wait = (await failed())!;
      expect(wait).toBeGreaterThanOrEqual(delay);
      expect(wait).toBeLessThanOrEqual(delay * 1.1);
      // Beyond a pause too, which lasts an hour at most.
      await vi.advanceTimersByTimeAsync(Math.max(wait, 60 * 60_000 + 1));
    }
    expect(await failed()).toBeNull();
    expect((await queue(webhook))[0]).toMatchObject({ state: 'dead', attempts: 10, status: 500, fault: 'status' });
    await admin.mutation(api.events.webhooks.replay, { webhook, delivery, idempotencyKey: key() });
    await vi.advanceTimersByTimeAsync(60 * 60_000 + 1);
    const [due] = await claim(webhook);
    await settle(due!.delivery, null);
    expect((await queue(webhook))[0]).toMatchObject({ state: 'delivered', attempts: 1, fault: null });
  });

  test('is left alone for as long as it asks, with all deliveries', async () => {
    expect(await failed({ status: 429, waitMs: 600_000 })).toBe(600_000);
    await person(d, 'ben');
    await pass();
    expect(await claim(webhook)).toEqual([]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect((await claim(webhook)).map(({ id }) => id)).toHaveLength(1);
  });

  test('is paused after five failures, tried with one delivery, and gets the others once that arrives', async () => {
    for (let n = 0; n < 12; n += 1) await person(d, `person-${n}`);
    await pass();
    await failed();
    for (let n = 0; n < 4; n += 1) {
      await vi.advanceTimersByTimeAsync(60 * 60_000);
      await failed();
    }
    expect(await shown()).toMatchObject({ failures: expect.any(Number), fault: 'status' });
    expect((await shown()).pausedUntil).toBeGreaterThan(Date.now());
    expect(await claim(webhook)).toEqual([]);
    await vi.advanceTimersByTimeAsync(60 * 60_000 + 1);
    const probe = await claim(webhook);
    expect(probe).toHaveLength(1);
    await settle(probe[0]!.delivery, null);
    expect(await shown()).toMatchObject({ failures: 0, pausedUntil: null, fault: null });
    expect((await claim(webhook)).length).toBeGreaterThan(1);
  });

  test('with 410 gets nothing more until it is verified again', async () => {
    await failed({ status: 410 });
    expect([(await shown()).state, (await queue(webhook))[0]!.state]).toEqual(['disabled', 'dead']);
    await person(d, 'ben');
    await pass();
    expect(await queue(webhook)).toHaveLength(1);
    await d.t.mutation(internal.events.deliveries.verified, { webhook, fault: null });
    await person(d, 'cy');
    await pass();
    expect((await queue(webhook)).map(({ state }) => state)).toEqual(['dead', 'waiting']);
  });

  test('is tried again, once, if an attempt was lost', async () => {
    expect(await claim(webhook)).toHaveLength(1);
    expect(await claim(webhook)).toEqual([]);
    await vi.advanceTimersByTimeAsync(61_000);
    expect((await claim(webhook)).map((due) => due.delivery)).toEqual([delivery]);
  });
});

test('the events of a time are sent again, in their order and once each', async () => {
  const webhook = await active();
  const from = Date.now();
  await vi.advanceTimersByTimeAsync(10);
  for (const handle of ['ada', 'ben']) await person(d, handle);
  await pass();
  for (const { delivery } of await claim(webhook)) await settle(delivery, null);
  const replay = (until: number) =>
    admin.mutation(api.events.webhooks.replay, { webhook, from, until, idempotencyKey: key() });
  await replay(from + 5);
  await pass();
  expect(await queue(webhook, 'waiting')).toEqual([]);
  await replay(Date.now());
  await replay(Date.now());
  await pass();
  expect((await queue(webhook)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['waiting', 0],
    ['waiting', 0],
  ]);
});

test('deliveries go after thirty days, and with their webhook', async () => {
  const webhook = await active();
  await person(d, 'ada');
  await pass();
  await vi.advanceTimersByTimeAsync(DELIVERIES_KEPT_MS - 60_000);
  await d.t.mutation(internal.events.deliveries.expire, {});
  expect(await queue(webhook)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(120_000);
  await d.t.mutation(internal.events.deliveries.expire, {});
  expect(await queue(webhook)).toEqual([]);
  await person(d, 'ben');
  await pass();
  await admin.mutation(api.events.webhooks.remove, { webhook, idempotencyKey: key() });
  await pass();
  const left = await d.t.run(async (ctx) => [
    await ctx.db.query('webhooks').collect(),
    await ctx.db.query('webhookSenders').collect(),
    await ctx.db.query('webhookDeliveries').collect(),
  ]);
  expect(left).toEqual([[], [], []]);
});

test('a person may read in the export which organisation got news of them', async () => {
  const { eventsStores } = await import('../../convex/model/events/stores.js');
  await active();
  await person(d, 'ada');
  await pass();
  const store = eventsStores.find(({ table }) => table === 'webhookDeliveries')!;
  const rows = await d.t.run(async (ctx) => {
    const profile = (await ctx.db.query('profiles').first())!;
    const account = (await ctx.db.get(profile.accountId))!;
    if (typeof store.export === 'string') throw new Error(store.export);
    return (await store.export(ctx as never, { account, profileId: profile._id, handles: ['ada'] } as never, null))
      .rows;
  });
  expect(rows).toMatchObject([{ organisation: 'Northfield', type: 'profile.published', state: 'waiting' }]);
});
