/**
 * Leases: fields that are not public are seen while the lease is there, by its viewer alone, as long as members may see them;
 * the owner sees who saw what and why.
 */
import { ACCESS_PAGE, MAX_LEASES, fieldsBeyond, withFields } from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { sections } from './leased.ts';

let d: Deployment;
let ada: Caller;
let ben: Caller;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  d = deployment();
  ada = await person(d, 'ada', { sections });
  ben = await person(d, 'ben');
});
afterEach(() => {
  vi.useRealTimers();
});

interface Asked {
  handle?: string;
  purpose?: 'hiring' | 'other';
  note?: string;
  minutes?: number;
}
const open = (caller: Caller, asked: Asked = {}) =>
  caller.mutation(api.privacy.access.open, { handle: 'ada', purpose: 'hiring', ...asked, idempotencyKey: key() });
const view = (caller: Caller, lease: string) => caller.query(api.privacy.access.view, { lease });
const choose = async (caller: Caller, changes: object) => {
  const { version } = (await caller.query(api.privacy.get, {}))!;
  await caller.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() } as never);
};
const log = async (caller: Caller) => (await caller.query(api.privacy.access.log, {})).accesses;
const leases = () => d.t.run((ctx) => ctx.db.query('accessLeases').collect());
async function elapsed(minutes: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(minutes * 60_000);
  await d.t.finishInProgressScheduledFunctions();
}

describe('a lease', () => {
  test('opens the fields that members may see and the public may not, and tells the owner', async () => {
    const { lease, ...opened } = await open(ben, { note: 'For the open position', minutes: 30 });
    const fields = ['about.text', 'identity.pronouns'];
    const endsAt = Date.now() + 30 * 60_000;
    expect(opened).toEqual({ handle: 'ada', purpose: 'hiring', fields, openedAt: expect.any(Number), endsAt });
    expect(await view(ben, lease)).toEqual({
      profile: { handle: 'ada', role: 'student', ...sections, contact: undefined },
      portfolio: { handle: 'ada' },
      trust: { handle: 'ada', level: 'none' },
      endorsements: { handle: 'ada' },
      purpose: 'hiring',
      endsAt,
    });
    expect(await ben.query(api.privacy.access.held, {})).toEqual([{ lease, ...opened }]);
    const told = { viewer: 'ben', purpose: 'hiring', fields, note: 'For the open position', endsAt };
    expect(await ada.query(api.privacy.access.given, {})).toEqual([{ lease, openedAt: opened.openedAt, ...told }]);
    expect(await log(ada)).toEqual([{ at: expect.any(Number), ...told }]);
    expect([await log(ben), await ben.query(api.privacy.access.given, {})]).toEqual([[], []]);
  });

  test('leaves lease and audit row together, by surrogates, with the words elsewhere', async () => {
    await open(ben, { note: 'For the kestrel position' });
    const rows = await d.t.run((ctx) => ctx.db.query('auditLog').collect());
    expect(rows.at(-1)).toMatchObject({
      action: 'privacy.access.open',
      changed: ['about.text', 'identity.pronouns'],
      reason: { purpose: 'hiring', endsAt: Date.now() + 60 * 60_000, note: expect.stringMatching(/^[\w-]{43}$/) },
    });
    expect(JSON.stringify(rows.map(({ commitTs, ...row }) => row))).not.toMatch(/kestrel|ada|ben\b/);
  });

  test('is nobody else’s', async () => {
    const { lease } = await open(ben);
    const eve = await person(d, 'eve');
    expect([await view(eve, lease), await view(ada, lease), await view(ben, 'none')]).toEqual([null, null, null]);
    const { close, revoke } = api.privacy.access;
    for (const [caller, ends] of [
      [eve, close],
      [eve, revoke],
      [ada, close],
      [ben, revoke],
    ] as const)
      expect((await refusalOf(caller.mutation(ends, { lease, idempotencyKey: key() }))).code).toBe('not_found');
    expect(await view(ben, lease)).not.toBeNull();
  });

  const ends: Record<string, (lease: string) => Promise<unknown>> = {
    'its viewer closes it': (lease) => ben.mutation(api.privacy.access.close, { lease, idempotencyKey: key() }),
    'its owner revokes it': (lease) => ada.mutation(api.privacy.access.revoke, { lease, idempotencyKey: key() }),
    'its time is over': () => elapsed(60),
  };
  test.each(Object.keys(ends))('gives nothing once %s, and is written down', async (how) => {
    const { lease } = await open(ben);
    await ends[how]!(lease);
    expect(await view(ben, lease)).toBeNull();
    expect([await ben.query(api.privacy.access.held, {}), await ada.query(api.privacy.access.given, {})]).toEqual([
      [],
      [],
    ]);
    expect(await leases()).toEqual([]);
    const rows = await d.t.run((ctx) => ctx.db.query('auditLog').collect());
    expect(rows.at(-1)).toMatchObject({
      action: { v: 'privacy.access.close', o: 'privacy.access.revoke', t: 'privacy.access.end' }[how[4] as 'v'],
      changed: ['about.text', 'identity.pronouns'],
    });
    expect(await log(ada)).toHaveLength(1);
  });

  test('is ended by the cron if its scheduled end was lost', async () => {
    await open(ben);
    await d.t.run(async (ctx) => {
      for (const job of await ctx.db.system.query('_scheduled_functions').collect())
        await ctx.scheduler.cancel(job._id);
    });
    await elapsed(60);
    expect(await leases()).toHaveLength(1);
    await d.t.mutation(internal.privacy.access.endOverdue, {});
    await elapsed(0);
    expect(await leases()).toEqual([]);
  });

  test('drops a field that the owner hides, gives no field that it did not name, and all of them to nobody else', async () => {
    const { lease } = await open(ben);
    await choose(ada, { about: 'owner' });
    expect((await view(ben, lease))!.profile).not.toHaveProperty('about');
    expect((await view(ben, lease))!.profile.identity).toHaveProperty('pronouns');
    await choose(ada, { 'contact.email': 'platform', about: null });
    const shown = (await view(ben, lease))!.profile;
    expect([shown.about, shown.contact]).toEqual([sections.about, undefined]);
    await choose(ada, { profile: 'owner' });
    expect(await view(ben, lease)).toBeNull();
    await choose(ada, { profile: null });
    expect(await view(ben, lease)).not.toBeNull();
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'suspended' });
    expect(await view(ben, lease)).toBeNull();
  });

  test('outlives a change of the handle', async () => {
    const { lease } = await open(ben);
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    expect((await view(ben, lease))!.profile).toMatchObject({ handle: 'countess', about: sections.about });
    expect((await open(ben, { handle: 'ada' })).handle).toBe('countess');
  });
});

describe('a refusal', () => {
  test('is the same for a handle that is unknown, hidden, suspended, one’s own, or public as a whole; it counts and is written down', async () => {
    await choose(await person(d, 'hidden', { sections }), { profile: 'owner' });
    await person(d, 'gone', { sections });
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_gone', status: 'suspended' });
    await person(d, 'frank');
    const handles = ['nobody', 'hidden', 'gone', 'frank', 'ada'];
    const before = (await d.t.run((ctx) => ctx.db.query('auditLog').collect())).length;
    const told = [];
    for (const handle of handles) told.push(await refusalOf(open(handle === 'ada' ? ada : ben, { handle })));
    expect(new Set(told.map((refused) => JSON.stringify(refused))).size).toBe(1);
    expect(told[0]!.code).toBe('not_found');
    const rows = (await d.t.run((ctx) => ctx.db.query('auditLog').collect())).slice(before);
    expect(rows.map(({ action, refused, changed }) => [action, refused, changed])).toEqual(
      handles.map(() => ['privacy.access.open', 'not_found', []]),
    );
    expect(rows.some((row) => 'reason' in row)).toBe(false);
    expect(await leases()).toEqual([]);
  });

  test('names all faulty fields, and wants words where the purpose says nothing', async () => {
    const refused = async (given: object) =>
      (await refusalOf(open(ben, given as Asked))).fields!.map(({ path }) => path);
    expect(await refused({ purpose: 'other' })).toEqual(['note']);
    expect((await refused({ purpose: 'nosy', note: 'x'.repeat(201), minutes: 1441, handle: '!' })).sort()).toEqual([
      'handle',
      'minutes',
      'note',
      'purpose',
    ]);
    expect(await refused({ note: 'a\u202eb' })).toEqual(['note']);
    expect((await open(ben, { purpose: 'other', note: 'A school project', minutes: 1440 })).purpose).toBe('other');
  });

  test(`comes at ${MAX_LEASES} open leases, and ends when one is closed`, async () => {
    const [profile] = await d.t.run((ctx) => ctx.db.query('profiles').collect());
    const { lease } = await open(ben);
    await d.t.run(async (ctx) => {
      const row = (await ctx.db.get(lease as Id<'accessLeases'>))!;
      const { _id, _creationTime, ...content } = row;
      for (let n = 1; n < MAX_LEASES; n += 1)
        await ctx.db.insert('accessLeases', { ...content, profileId: profile!._id });
    });
    expect((await refusalOf(open(ben))).code).toBe('too_large');
    await ben.mutation(api.privacy.access.close, { lease, idempotencyKey: key() });
    await open(ben);
  });
});

describe('the owner', () => {
  test('is told no name of a viewer whom they may not see, and the name again when they may', async () => {
    await open(ben);
    const names = async () =>
      [...(await log(ada)), ...(await ada.query(api.privacy.access.given, {}))].map(({ viewer }) => viewer);
    expect(await names()).toEqual(['ben', 'ben']);
    await choose(ben, { profile: 'owner' });
    expect(await names()).toEqual([null, null]);
    await choose(ben, { profile: 'platform' });
    expect(await names()).toEqual(['ben', 'ben']);
  });

  test('reads the log page by page, newest first, beside other rows about the profile', async () => {
    for (let n = 0; n < ACCESS_PAGE + 5; n += 1) {
      const { lease } = await open(ben, { note: `Time ${n}` });
      await ben.mutation(api.privacy.access.close, { lease, idempotencyKey: key() });
      vi.setSystemTime(Date.now() + 5 * 60_000);
    }
    const first = await ada.query(api.privacy.access.log, {});
    const second = await ada.query(api.privacy.access.log, { before: first.next! });
    expect([first.accesses.length, second.accesses.length, second.next]).toEqual([ACCESS_PAGE, 5, null]);
    expect([...first.accesses, ...second.accesses].map(({ note }) => note)).toEqual(
      Array.from({ length: ACCESS_PAGE + 5 }, (_, n) => `Time ${ACCESS_PAGE + 4 - n}`),
    );
  });

  test.each(['ada', 'ben'])(
    'of erased data: leases and words go with %s, and the log keeps purpose and fields',
    async (who) => {
      const { lease } = await open(ben, { note: 'For the open position' });
      await d.t.mutation(internal.profile.clerk.followDeletion, { subject: `user_${who}` });
      await vi.runAllTimersAsync();
      await d.t.finishInProgressScheduledFunctions();
      const left = await d.t.run(async (ctx) => [
        await ctx.db.query('accessLeases').collect(),
        await ctx.db.query('accessNotes').collect(),
      ]);
      expect(left).toEqual([[], []]);
      if (who === 'ada') expect(await view(ben, lease)).toBeNull();
      else
        expect(await log(ada)).toMatchObject([
          { viewer: null, note: null, purpose: 'hiring', fields: ['about.text', 'identity.pronouns'] },
        ]);
    },
  );
});

test('opening reads and writes nothing that another opener writes', async () => {
  await open(ben);
  const eve = await person(d, 'eve');
  const before = await d.t.run(async (ctx) => [
    await ctx.db.query('accessLeases').collect(),
    await ctx.db.query('auditLog').collect(),
  ]);
  await open(eve);
  const after = await d.t.run(async (ctx) => [
    await ctx.db.query('accessLeases').collect(),
    await ctx.db.query('auditLog').collect(),
  ]);
  // Rows are added, and none is written over.
  for (const [at, rows] of before.entries()) expect(after[at]!.slice(0, rows.length)).toEqual(rows);
});

describe('the fields of a lease', () => {
  const part = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }), { maxKeys: 3 });
  const item = fc.tuple(fc.constantFrom('one', 'two', 'three'), part).map(([id, rest]) => ({ ...rest, id }));
  const list = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 3 });
  const sent = fc.record({ object: part, list }, { requiredKeys: [] });

  test('over random views: with all of them the wide view, with none the narrow one', () => {
    fc.assert(
      fc.property(sent, fc.func(fc.boolean()), (wide, isPublic) => {
        const filtered = (where: string, fields: Record<string, unknown>) =>
          Object.fromEntries(
            Object.entries(fields).filter(([field]) => field === 'id' || isPublic(where, fields.id, field)),
          );
        const isSome = (fields: object) => Object.keys(fields).some((field) => field !== 'id');
        const whole = (given: typeof wide) => ({
          ...(given.object && isSome(given.object) && { object: given.object }),
          ...(given.list?.some(isSome) && { list: given.list.filter(isSome) }),
        });
        const narrow = whole({
          ...(wide.object && { object: filtered('object', wide.object) }),
          ...(wide.list && { list: wide.list.map((each) => filtered('list', each)) }),
        } as typeof wide);
        expect(withFields(narrow, wide, fieldsBeyond(narrow, wide))).toEqual(whole(wide));
        expect(withFields(narrow, wide, [])).toEqual(narrow);
        expect(fieldsBeyond(wide, wide)).toEqual([]);
      }),
    );
  });
});
