/** Relations: asked for, accepted, ended, and what they open. An asker learns nothing of the one who is asked. */
import { ASK_OPEN_MS, MAX_ASKS, MAX_RELATIONS, RELATION_PAGE, isNamedBy, joinRelations } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf, scheduledRun } from './deployment.ts';
import { withoutLeases } from './leased.ts';

const EMAIL = 'ada@example.org';
const { relations } = api.privacy;

let d: Deployment;
let ada: Caller;
let bob: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1, 12) });
  d = deployment();
  ada = await person(d, 'ada', { sections: { contact: { email: EMAIL } } });
  bob = await person(d, 'bob');
});
afterEach(() => {
  vi.useRealTimers();
});

async function ask(caller: Caller, handle: string): Promise<string> {
  const made = await caller.mutation(relations.ask, { kind: 'contact', handle, idempotencyKey: key() });
  await scheduledRun(d, 2);
  return made.ask;
}

const asked = (caller: Caller) => caller.query(relations.asked, {});
const incoming = (caller: Caller) => caller.query(relations.incoming, {});
const list = async (caller: Caller) => (await caller.query(relations.list, {})).relations;
const accept = (caller: Caller, id: string) => caller.mutation(relations.accept, { ask: id, idempotencyKey: key() });
const decline = (caller: Caller, id: string) => caller.mutation(relations.decline, { ask: id, idempotencyKey: key() });
const withdraw = (caller: Caller, id: string) =>
  caller.mutation(relations.withdraw, { ask: id, idempotencyKey: key() });
const end = (caller: Caller, relation: string) => caller.mutation(relations.end, { relation, idempotencyKey: key() });
const handles = async (caller: Caller) => (await list(caller)).map(({ handle }) => handle);
const asksOf = async (caller: Caller) => (await incoming(caller)).map(({ handle }) => handle);

/** Ada and Bob have agreed on it. */
async function related(): Promise<string> {
  return (await accept(ada, await ask(bob, 'ada'))).relation;
}

/** Timers of 30 days are too long for convex-test, so what is scheduled for an ask is called here. */
async function later(ms: number): Promise<void> {
  vi.setSystemTime(Date.now() + ms);
  const rows = await d.t.run((ctx) => ctx.db.query('relationAsks').collect());
  for (const { _id } of rows) await d.t.mutation(internal.privacy.relations.settle, { ask: _id });
}

async function choose(caller: Caller, changes: object): Promise<void> {
  const { version } = (await caller.query(api.privacy.get, {}))!;
  await caller.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() });
}

describe('an ask', () => {
  test('shows the asker to the one who is asked, and is gone for both once it is accepted', async () => {
    const id = await ask(bob, 'ada');
    expect(await asked(bob)).toMatchObject([{ ask: id, kind: 'contact', handle: 'ada' }]);
    expect(await incoming(ada)).toMatchObject([
      { ask: id, handle: 'bob', name: 'Person bob', headline: 'Builds things' },
    ]);
    expect(await incoming(bob)).toEqual([]);
    const { relation } = await accept(ada, id);
    expect(await list(ada)).toMatchObject([{ relation, handle: 'bob', name: 'Person bob', headline: 'Builds things' }]);
    expect([await asked(bob), await incoming(ada)]).toEqual([[], []]);
    expect([await handles(ada), await handles(bob)]).toEqual([['bob'], ['ada']]);
  });

  test('tells nothing of a handle: the answer and the list are the same for one that is taken, hidden, declining or nobody’s', async () => {
    const carol = await person(d, 'carol');
    await choose(carol, { profile: 'owner' });
    const eve = await person(d, 'eve');
    await decline(eve, await ask(bob, 'eve'));
    const suspended = await person(d, 'frank');
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_frank', status: 'suspended' });
    expect(suspended).toBeDefined();
    for (const handle of ['ada', 'carol', 'frank', 'nobody']) await ask(bob, handle);
    const shown = (await asked(bob)).map(({ ask: _, askedAt, endsAt, handle, ...rest }) => {
      return { ...rest, open: Math.round(endsAt - askedAt) };
    });
    expect(new Set(shown.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await asked(bob)).map(({ handle }) => handle).sort()).toEqual(['ada', 'carol', 'eve', 'frank', 'nobody']);
    expect(await asksOf(carol)).toEqual(['bob']);
  });

  test('shows of a hidden asker the handle alone, and nothing of one who is suspended', async () => {
    await ask(bob, 'ada');
    await choose(bob, { profile: 'owner' });
    expect(await incoming(ada)).toMatchObject([{ handle: 'bob', name: null, headline: null }]);
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_bob', status: 'suspended' });
    const [row] = await d.t.run((ctx) => ctx.db.query('relationAsks').collect());
    expect(await incoming(ada)).toEqual([]);
    expect((await refusalOf(accept(ada, row!._id))).code).toBe('not_found');
  });

  test('is over after 30 days, for both', async () => {
    await ask(bob, 'ada');
    await later(ASK_OPEN_MS - 1_000);
    expect([(await asked(bob)).length, await asksOf(ada)]).toEqual([1, ['bob']]);
    await later(2_000);
    expect([await asked(bob), await incoming(ada)]).toEqual([[], []]);
    expect(await d.t.run((ctx) => ctx.db.query('relationAsks').collect())).toEqual([]);
  });

  test('is over by the cron where its scheduled end was lost', async () => {
    await ask(bob, 'ada');
    await d.t.run(async (ctx) => {
      for (const job of await ctx.db.system.query('_scheduled_functions').collect())
        await ctx.scheduler.cancel(job._id);
    });
    vi.setSystemTime(Date.now() + ASK_OPEN_MS + 1_000);
    await d.t.mutation(internal.privacy.relations.settleOverdue, {});
    expect(await asked(bob)).toEqual([]);
  });

  test('that is taken back is gone for both', async () => {
    const id = await ask(bob, 'ada');
    await withdraw(bob, id);
    expect([await asked(bob), await incoming(ada)]).toEqual([[], []]);
    expect((await refusalOf(accept(ada, id))).code).toBe('not_found');
  });

  test('of a handle that is taken afterwards reaches nobody', async () => {
    await ask(bob, 'late');
    const late = await person(d, 'late');
    const [row] = await d.t.run((ctx) => ctx.db.query('relationAsks').collect());
    await d.t.mutation(internal.privacy.relations.resolve, { ask: row!._id });
    expect(await incoming(late)).toEqual([]);
  });

  test('is one, however often it is made, and of one’s own handle none', async () => {
    expect(await ask(bob, 'ada')).toBe(await ask(bob, 'ada'));
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    await ask(bob, 'countess');
    expect(await asksOf(ada)).toEqual(['bob']);
    const { code, fields } = await refusalOf(ask(bob, 'bob'));
    expect([code, fields![0]!.path]).toEqual(['invalid_argument', 'handle']);
  });

  test('is answered by the one who is asked alone, and taken back by its asker alone', async () => {
    const eve = await person(d, 'eve');
    const id = await ask(bob, 'ada');
    for (const call of [accept(eve, id), decline(eve, id), accept(bob, id), withdraw(eve, id), withdraw(ada, id)])
      expect((await refusalOf(call)).code).toBe('not_found');
  });

  test('is refused where as many are open as may be', async () => {
    await d.t.run(async (ctx) => {
      const { _id: asker } = (await ctx.db.query('accounts').collect()).find(({ handle }) => handle === 'bob')!;
      const row = { kind: 'contact' as const, asker, open: true, pending: false, endsAt: 1e15, dueAt: 1e15 };
      for (let n = 0; n < MAX_ASKS; n += 1) await ctx.db.insert('relationAsks', { ...row, handle: `p-${n}` });
    });
    expect((await refusalOf(ask(bob, 'ada'))).code).toBe('too_large');
  });
});

describe('a decline', () => {
  test('changes nothing that its asker can see, and no ask of theirs comes through for 30 days', async () => {
    const id = await ask(bob, 'ada');
    const before = await asked(bob);
    await decline(ada, id);
    expect(await asked(bob)).toEqual(before);
    expect(await incoming(ada)).toEqual([]);
    await later(ASK_OPEN_MS / 2);
    await withdraw(bob, id);
    await ask(bob, 'ada');
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    await ask(bob, 'countess');
    expect(await incoming(ada)).toEqual([]);
    await later(ASK_OPEN_MS / 2 + 1_000);
    for (const { ask: open } of await asked(bob)) await withdraw(bob, open);
    await ask(bob, 'countess');
    expect(await asksOf(ada)).toEqual(['bob']);
  });

  test('counts after the ask itself is over', async () => {
    const id = await ask(bob, 'ada');
    await later(ASK_OPEN_MS - 60_000);
    await decline(ada, id);
    await later(120_000);
    expect(await asked(bob)).toEqual([]);
    await ask(bob, 'ada');
    expect(await incoming(ada)).toEqual([]);
  });
});

describe('a relation', () => {
  test('is ended by either, for both at once, and the other cannot ask again for 30 days', async () => {
    const relation = await related();
    const [theirs] = await list(bob);
    expect((await refusalOf(end(ada, theirs!.relation))).code).toBe('not_found');
    await end(ada, relation);
    expect([await list(ada), await list(bob)]).toEqual([[], []]);
    await ask(bob, 'ada');
    expect(await incoming(ada)).toEqual([]);
    await later(ASK_OPEN_MS + 1_000);
    await ask(bob, 'ada');
    expect(await asksOf(ada)).toEqual(['bob']);
  });

  test('of two who ask each other is one', async () => {
    await ask(ada, 'bob');
    await related();
    expect([await asked(ada), await incoming(bob), (await list(ada)).length]).toEqual([[], [], 1]);
    await ask(bob, 'ada');
    expect(await incoming(ada)).toEqual([]);
  });

  test('shows no handle of somebody who is hidden, suspended or deactivated, and the new one after a change', async () => {
    await related();
    await bob.mutation(api.profile.changeHandle, { handle: 'robert', idempotencyKey: key() });
    expect(await handles(ada)).toEqual(['robert']);
    const unseen = { handle: null, name: null, headline: null };
    await choose(bob, { profile: 'owner' });
    const hidden = await list(ada);
    expect(hidden).toMatchObject([unseen]);
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_bob', status: 'suspended' });
    expect(await list(ada)).toEqual(hidden);
  });

  test('lists come by pages', async () => {
    await d.t.run(async (ctx) => {
      const accounts = await ctx.db.query('accounts').collect();
      const idOf = (handle: string): Id<'accounts'> => accounts.find((row) => row.handle === handle)!._id;
      for (let n = 0; n < RELATION_PAGE + 2; n += 1)
        await ctx.db.insert('relations', {
          ...{ kind: 'contact', named: true, person: idOf('ada'), other: idOf('bob') },
          handle: `p-${n}`,
        });
    });
    const first = await ada.query(relations.list, {});
    const second = await ada.query(relations.list, { after: first.next! });
    expect([first.relations.length, second.relations.length, second.next]).toEqual([RELATION_PAGE, 2, null]);
    expect(new Set([...first.relations, ...second.relations].map(({ relation }) => relation)).size).toBe(
      RELATION_PAGE + 2,
    );
  });

  test('is refused where one of the two has as many as there may be', async () => {
    const id = await ask(bob, 'ada');
    await d.t.run(async (ctx) => {
      const { _id: asker } = (await ctx.db.query('accounts').collect()).find(({ handle }) => handle === 'bob')!;
      const row = { kind: 'contact' as const, person: asker, other: asker, named: true };
      for (let n = 0; n < MAX_RELATIONS; n += 1) await ctx.db.insert('relations', { ...row, handle: `p-${n}` });
    });
    expect((await refusalOf(accept(ada, id))).code).toBe('too_large');
  });
});

describe('a grant to a relation', () => {
  const seenBy = (caller: Caller, handle = 'ada') => caller.query(api.profile.get, { handle });
  beforeEach(() => withoutLeases(d));

  const openTo = (relation: 'contact') =>
    ada.mutation(api.privacy.grants.add, { to: { relation }, idempotencyKey: key() });

  test('opens what is restricted to those who have it, live, and to nobody else', async () => {
    const eve = await person(d, 'eve');
    // A contact of somebody else.
    await accept(bob, await ask(eve, 'bob'));
    await choose(ada, { 'contact.email': 'restricted' });
    const { grant, to } = await openTo('contact');
    expect(to).toEqual({ relation: 'contact' });
    const before = await seenBy(bob);
    expect(before).not.toHaveProperty('contact.email');
    const relation = await related();
    expect(await seenBy(bob)).toMatchObject({ contact: { email: EMAIL } });
    expect(await seenBy(eve)).not.toHaveProperty('contact.email');
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    expect(await seenBy(bob, 'countess')).toMatchObject({ contact: { email: EMAIL } });
    const explained = await ada.query(api.privacy.explain, { viewer: { grant }, field: 'contact.email' });
    expect(explained).toMatchObject({ seen: true, reason: 'named', relation: 'contact' });
    expect(explained!.message).toContain('The owner has named their contacts.');
    expect(await ada.query(api.profile.preview, { viewer: { grant } })).toEqual(await seenBy(bob, 'countess'));
    await end(ada, relation);
    expect(await seenBy(bob, 'countess')).not.toHaveProperty('contact.email');
  });

  test('is not the grant of the other: Bob’s contacts see nothing of Ada’s because of it', async () => {
    await choose(ada, { 'contact.email': 'restricted' });
    await bob.mutation(api.privacy.grants.add, { to: { relation: 'contact' }, idempotencyKey: key() });
    await related();
    expect(await seenBy(bob)).not.toHaveProperty('contact.email');
  });

  test('opens a lease, whose view goes with the relation', async () => {
    await choose(ada, { 'contact.email': 'restricted' });
    await openTo('contact');
    const relation = await related();
    const { lease, fields } = await bob.mutation(api.privacy.access.open, {
      ...{ handle: 'ada', purpose: 'hiring' },
      idempotencyKey: key(),
    });
    expect(fields).toContain('contact.email');
    expect((await bob.query(api.privacy.access.view, { lease }))!.profile).toMatchObject({ contact: { email: EMAIL } });
    await end(bob, (await list(bob))[0]!.relation);
    expect(relation).not.toBe(lease);
    const view = await bob.query(api.privacy.access.view, { lease });
    expect(view!.profile).not.toHaveProperty('contact.email');
  });
});

test('each change leaves events and an audit row, and a decline none that names the asker', async () => {
  const relation = await related();
  await end(ada, relation);
  await decline(ada, await ask(await person(d, 'eve'), 'ada'));
  const { events, rows } = await d.t.run(async (ctx) => ({
    events: (await ctx.db.query('events').collect()).map(({ type }) => type),
    rows: (await ctx.db.query('auditLog').collect()).filter(({ action }) => action.startsWith('privacy.relations')),
  }));
  expect(events.filter((type) => /asked|related|parted|declined/.test(type))).toEqual([
    ...['privacy.asked', 'privacy.related', 'privacy.related'],
    ...['privacy.parted', 'privacy.parted', 'privacy.asked', 'privacy.declined'],
  ]);
  expect(rows.map((row) => [row.action, row.changed, 'person' in row && row.person !== undefined])).toEqual([
    ['privacy.relations.ask', ['relations'], false],
    ['privacy.relations.accept', ['relations'], true],
    ['privacy.relations.end', ['relations'], true],
    ['privacy.relations.ask', ['relations'], false],
    ['privacy.relations.decline', ['relations'], false],
  ]);
});

test('a kind that is not symmetrical names its asker alone, and no two domains declare the same', () => {
  const sides = (symmetrical: boolean) => (['asker', 'asked'] as const).map((side) => isNamedBy({ symmetrical }, side));
  expect([sides(true), sides(false)]).toEqual([
    [true, true],
    [true, false],
  ]);
  const kinds = { guide: { words: { one: 'guide', many: 'guides' }, symmetrical: false } };
  expect(() => joinRelations(kinds, kinds)).toThrow('guide');
});
