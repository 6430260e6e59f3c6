/** Edits item by item: their effects, refusals and conflicts, and the rows that they touch. */
import { MAX_REMOVED, RESTORABLE_MS } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  d = deployment();
  ada = await person(d, 'ada', {
    sections: {
      skills: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `Skill ${id}` })),
      links: [{ id: 'site', label: 'Site', url: 'https://a.example' }],
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

type Operations = Parameters<typeof send>[1];
function send(caller: Caller, operations: Record<string, unknown>[], expected: Record<string, number>) {
  return caller.mutation(api.profile.edit, { operations, expected, idempotencyKey: key() } as never);
}

/** From the versions of now. */
async function edit(...operations: Operations) {
  const { versions } = (await ada.query(api.profile.mine, {}))!;
  const named = [...new Set(operations.map(({ section }) => section as 'skills'))];
  return send(ada, operations, Object.fromEntries(named.map((section) => [section, versions[section]])));
}

const skills = async () => (await ada.query(api.profile.mine, {}))!.sections.skills;
const order = async () => (await skills()).map(({ id }) => id).join('');
const rowsOfSkills = () => d.t.run((ctx) => ctx.db.query('profileSkills').collect());
const removed = () => ada.query(api.profile.removed, {});

describe('operations', () => {
  test('apply in their order, each to the result of the one before', async () => {
    const answer = await edit(
      { op: 'set', section: 'identity', fields: { headline: 'New', pronouns: 'she/her' } },
      { op: 'add', section: 'skills', item: { id: 'e', name: 'Skill e' }, at: 1 },
      { op: 'change', section: 'skills', id: 'e', fields: { level: 4 } },
      { op: 'move', section: 'skills', id: 'a', to: 4 },
      { op: 'remove', section: 'skills', id: 'c' },
      { op: 'add', section: 'skills', item: { name: 'Nameless' } },
    );
    expect(await order()).toMatch(/^ebda[0-9a-f]{16}$/);
    expect((await skills())[0]).toEqual({ id: 'e', name: 'Skill e', level: 4 });
    expect(answer).toMatchObject({ handle: 'ada', versions: { identity: 2, skills: 2, links: 1 } });
    expect(answer.ids.slice(0, 5)).toEqual([null, 'e', 'e', 'a', 'c']);
    expect(answer.ids[5]).toBe((await skills())[4]!.id);
    expect((await ada.query(api.profile.mine, {}))!.sections.identity).toMatchObject({
      displayName: 'Person ada',
      headline: 'New',
      pronouns: 'she/her',
    });
  });

  test('on a list without a table of its own work alike', async () => {
    await edit(
      { op: 'add', section: 'links', item: { id: 'blog', label: 'Blog', url: 'https://b.example' }, at: 0 },
      { op: 'remove', section: 'links', id: 'site' },
    );
    await edit({ op: 'restore', section: 'links', id: 'site' });
    expect((await ada.query(api.profile.mine, {}))!.sections.links.map(({ id }) => id)).toEqual(['blog', 'site']);
  });

  test('take a field away with null, and leave an item alone that none of them names', async () => {
    await edit({ op: 'change', section: 'skills', id: 'b', fields: { level: 2, keywords: ['x'] } });
    await edit({ op: 'change', section: 'skills', id: 'b', fields: { level: null } });
    expect(await skills()).toEqual([
      { id: 'a', name: 'Skill a' },
      { id: 'b', name: 'Skill b', keywords: ['x'] },
      { id: 'c', name: 'Skill c' },
      { id: 'd', name: 'Skill d' },
    ]);
  });

  test('that come to nothing write nothing and raise no version', async () => {
    const answer = await edit(
      { op: 'move', section: 'skills', id: 'a', to: 3 },
      { op: 'move', section: 'skills', id: 'a', to: 0 },
      { op: 'change', section: 'skills', id: 'b', fields: { name: 'Skill b' } },
    );
    expect(answer.versions.skills).toBe(1);
  });

  test('apply all or none: one fault refuses the call, and every fault is named with its code', async () => {
    const refused = await refusalOf(
      edit(
        { op: 'set', section: 'about', fields: { text: 'Not written' } },
        { op: 'change', section: 'skills', id: 'none', fields: { level: 1 } },
        { op: 'add', section: 'skills', item: { id: 'a', name: 'Twice' }, at: 9 },
        { op: 'move', section: 'skills', id: 'a', to: 12 },
        { op: 'restore', section: 'skills', id: 'b' },
        { op: 'restore', section: 'skills', id: 'never' },
      ),
    );
    expect(refused.code).toBe('invalid_argument');
    expect(refused.fields!.map(({ path, code }) => [path, code])).toEqual([
      ['operations.1.id', 'not_found'],
      ['operations.2.item.id', 'not_unique'],
      ['operations.2.at', 'out_of_range'],
      ['operations.3.to', 'out_of_range'],
      ['operations.4.id', 'not_unique'],
      ['operations.5.id', 'not_found'],
    ]);
    expect((await ada.query(api.profile.mine, {}))!.sections.about).toEqual({});
  });

  test('cannot make a list longer than its bound', async () => {
    const links = Array.from({ length: 20 }, (_, index) => ({ label: `L${index}`, url: 'https://a.example' }));
    const refused = await refusalOf(edit(...links.map((item) => ({ op: 'add', section: 'links', item }))));
    expect(refused.fields!.map(({ path, code }) => [path, code])).toEqual([['operations.19', 'too_many']]);
  });

  test('are checked against the schema of their section, all faults at once', async () => {
    const refused = await refusalOf(
      send(
        ada,
        [
          { op: 'set', section: 'identity', fields: { displayName: null, headline: 'x'.repeat(201), nonsense: 1 } },
          { op: 'add', section: 'skills', item: { level: 9 } },
          { op: 'change', section: 'links', id: '', fields: { url: 'javascript:alert(1)', id: 'other' } },
          { op: 'change', section: 'identity', id: 'x', fields: {} },
          { op: 'explode', section: 'skills' },
          { op: 'add', section: 'education', item: { institution: '\u200b', url: 'x', startDate: '2024-13' } },
        ],
        { identity: 1 },
      ),
    );
    expect(refused.fields!.map(({ path, code }) => [path, code])).toEqual([
      ['operations.0.fields.displayName', 'wrong_type'],
      ['operations.0.fields.headline', 'too_long'],
      ['operations.0.fields.nonsense', 'unknown_field'],
      ['operations.1.item.name', 'required'],
      ['operations.1.item.level', 'out_of_range'],
      ['operations.2.id', 'invalid_format'],
      ['operations.2.fields.url', 'invalid_format'],
      ['operations.2.fields.id', 'unknown_field'],
      ['operations.3.section', 'not_an_option'],
      ['operations.4.op', 'not_an_option'],
      ['operations.5.item.institution', 'empty'],
      ['operations.5.item.url', 'invalid_format'],
      ['operations.5.item.startDate', 'invalid_format'],
      ['expected.skills', 'required'],
      ['expected.education', 'required'],
      ['expected.links', 'required'],
    ]);
  });
});

describe('a conflict', () => {
  const conflictOf = async (call: Promise<unknown>) =>
    (await refusalOf(call)) as unknown as { code: string; conflicts?: unknown };

  test('of an edit names the version of now and what would become other than it is', async () => {
    await edit(
      { op: 'set', section: 'identity', fields: { headline: 'Theirs', pronouns: 'they/them' } },
      { op: 'remove', section: 'skills', id: 'b' },
      { op: 'change', section: 'skills', id: 'c', fields: { level: 3 } },
    );
    const stale = send(
      ada,
      [
        { op: 'set', section: 'identity', fields: { headline: 'Mine', pronouns: 'they/them', location: null } },
        { op: 'remove', section: 'skills', id: 'b' },
        { op: 'change', section: 'skills', id: 'b', fields: { level: 1 } },
        { op: 'change', section: 'skills', id: 'c', fields: { level: 3 } },
        { op: 'move', section: 'skills', id: 'd', to: 0 },
        { op: 'add', section: 'skills', item: { name: 'New' } },
        { op: 'set', section: 'about', fields: { text: 'Mine' } },
      ],
      { identity: 1, skills: 1, about: 1 },
    );
    expect(await conflictOf(stale)).toMatchObject({
      code: 'version_conflict',
      fields: [
        { path: 'expected.identity', code: 'stale', message: 'is at version 2' },
        { path: 'expected.skills', code: 'stale', message: 'is at version 2' },
      ],
      conflicts: [
        { section: 'identity', version: 2, fields: ['headline'] },
        { section: 'skills', version: 2, fields: ['b', 'd'] },
      ],
    });
    expect((await ada.query(api.profile.mine, {}))!.sections.about).toEqual({});
  });

  test('of an update names fields, and items of another content or place, or that would go', async () => {
    await edit({ op: 'change', section: 'skills', id: 'c', fields: { level: 3 } });
    const update = (changes: object, expected: object) =>
      ada.mutation(api.profile.update, { changes, expected, idempotencyKey: key() } as never);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, name: `Skill ${id}` }));
    expect(await conflictOf(update({ skills: [a, c, b, { name: 'New' }] }, { skills: 1 }))).toMatchObject({
      conflicts: [{ section: 'skills', version: 2, fields: ['b', 'c', 'd'] }],
    });
    await edit({ op: 'set', section: 'identity', fields: { headline: 'Theirs' } });
    expect(
      await conflictOf(update({ identity: { headline: 'Theirs', displayName: 'Mine' } }, { identity: 1, about: 1 })),
    ).toMatchObject({ conflicts: [{ section: 'identity', version: 2, fields: ['displayName'] }] });
  });

  test('of privacy settings names the settings', async () => {
    const choose = (changes: object, expected: number) =>
      ada.mutation(api.privacy.update, { changes, expected, idempotencyKey: key() } as never);
    await choose({ about: 'owner' }, 1);
    expect(await conflictOf(choose({ about: 'owner', skills: 'owner', links: null }, 1))).toMatchObject({
      conflicts: [{ section: 'settings', version: 2, fields: ['skills'] }],
    });
  });
});

describe('removed items', () => {
  test('can be restored for 30 days, at the end of their list, the last removed named first', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
    await edit({ op: 'remove', section: 'skills', id: 'b' });
    vi.setSystemTime(Date.now() + 1000);
    await edit({ op: 'remove', section: 'links', id: 'site' });
    const found = await removed();
    expect(found.map(({ section, item }) => [section, item.id])).toEqual([
      ['links', 'site'],
      ['skills', 'b'],
    ]);
    expect(found[1]).toMatchObject({ item: { id: 'b', name: 'Skill b' } });
    expect(found[0]!.restorableUntil - found[0]!.removedAt).toBe(RESTORABLE_MS);
    vi.setSystemTime(found[1]!.restorableUntil - 1);
    expect((await edit({ op: 'restore', section: 'skills', id: 'b' })).ids).toEqual(['b']);
    expect(await order()).toBe('acdb');
    expect((await removed()).map(({ item }) => item.id)).toEqual(['site']);
    vi.setSystemTime(found[0]!.restorableUntil);
    expect((await refusalOf(edit({ op: 'restore', section: 'links', id: 'site' }))).fields).toMatchObject([
      { path: 'operations.0.id', code: 'not_found' },
    ]);
    await d.t.mutation(internal.profile.removals.expire, {});
    expect(await removed()).toEqual([]);
  });

  test('can be restored by the call that removes them, and come from updates of whole lists too', async () => {
    await edit({ op: 'remove', section: 'skills', id: 'a' }, { op: 'restore', section: 'skills', id: 'a' });
    expect([await order(), await removed()]).toEqual(['bcda', []]);
    const update = (ids: string[], expected: number) =>
      ada.mutation(api.profile.update, {
        changes: { skills: ids.map((id) => ({ id, name: `Skill ${id}` })) },
        expected: { skills: expected },
        idempotencyKey: key(),
      });
    await update(['b', 'd'], 2);
    expect((await removed()).map(({ item }) => item.id)).toEqual(['a', 'c']);
    await update(['b', 'd', 'c'], 3);
    expect((await removed()).map(({ item }) => item.id)).toEqual(['a']);
  });

  test('are at most a hundred of a profile, the oldest going first', async () => {
    const many = Array.from({ length: 70 }, (_, index) => ({ id: `n${index}`, name: `N ${index}` }));
    for (const part of ['x', 'y']) {
      const items = many.map(({ id, name }) => ({ id: `${part}${id}`, name }));
      await edit(...items.map((item) => ({ op: 'add', section: 'skills', item })));
      await edit(...items.map(({ id }) => ({ op: 'remove', section: 'skills', id })));
    }
    const found = await removed();
    expect(found).toHaveLength(MAX_REMOVED);
    expect([found[0]!.item.id, found.at(-1)!.item.id]).toEqual(['yn69', 'xn40']);
    expect(await d.t.run(async (ctx) => (await ctx.db.query('profileRemovedItems').collect()).length)).toBe(
      MAX_REMOVED,
    );
  });

  test('are their owner’s alone', async () => {
    await edit({ op: 'remove', section: 'skills', id: 'b' });
    const ben = await person(d, 'ben');
    expect(await ben.query(api.profile.removed, {})).toEqual([]);
    expect((await refusalOf(send(ben, [{ op: 'restore', section: 'skills', id: 'b' }], { skills: 1 }))).code).toBe(
      'invalid_argument',
    );
  });
});

test('one section is read with the version to change it from', async () => {
  await edit({ op: 'move', section: 'skills', id: 'd', to: 0 });
  expect(await ada.query(api.profile.section, { section: 'skills' })).toEqual({
    section: 'skills',
    version: 2,
    value: ['d', 'a', 'b', 'c'].map((id) => ({ id, name: `Skill ${id}` })),
  });
  expect(await ada.query(api.profile.section, { section: 'mentoring' })).toEqual({
    section: 'mentoring',
    version: 1,
    value: {},
  });
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_bare', role: 'mentor' });
  expect(await d.as('user_bare').query(api.profile.section, { section: 'links' })).toBeNull();
  expect(await d.as('user_bare').query(api.profile.removed, {})).toEqual([]);
});

describe('the rows of a list', () => {
  const written = async (call: () => Promise<unknown>) => {
    const before = new Map((await rowsOfSkills()).map((row) => [row._id, JSON.stringify(row)]));
    await call();
    const after = await rowsOfSkills();
    return after.filter((row) => before.get(row._id) !== JSON.stringify(row)).map(({ id }) => id);
  };

  test('are written one by one: a move, an addition in between and a change write one row each', async () => {
    expect(await written(() => edit({ op: 'move', section: 'skills', id: 'd', to: 1 }))).toEqual(['d']);
    expect(await written(() => edit({ op: 'add', section: 'skills', item: { id: 'e', name: 'E' }, at: 2 }))).toEqual([
      'e',
    ]);
    expect(await written(() => edit({ op: 'change', section: 'skills', id: 'b', fields: { level: 1 } }))).toEqual([
      'b',
    ]);
    expect(await written(() => edit({ op: 'remove', section: 'skills', id: 'c' }))).toEqual([]);
    expect(await order()).toBe('adeb');
  });

  test('keep their order however often items move to the same place', async () => {
    for (let turn = 0; turn < 120; turn += 1)
      await edit({ op: 'move', section: 'skills', id: turn % 2 ? 'c' : 'd', to: 1 });
    expect(await order()).toBe('acdb');
    const orders = (await rowsOfSkills()).map((row) => row.order);
    expect(new Set(orders).size).toBe(4);
  });

  test('that are not as the snapshot says are made right by the next edit that needs them', async () => {
    await d.t.run(async (ctx) => {
      const rows = await ctx.db.query('profileSkills').collect();
      await ctx.db.delete(rows[1]!._id);
    });
    await edit({ op: 'change', section: 'skills', id: 'b', fields: { level: 5 } });
    expect(await order()).toBe('abcd');
  });
});

describe('idempotency', () => {
  test('holds for a day and no longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
    const request = {
      operations: [{ op: 'add' as const, section: 'skills' as const, item: { name: 'Once' } }],
      expected: { skills: 1 },
      idempotencyKey: key(),
    };
    const first = await ada.mutation(api.profile.edit, request);
    vi.setSystemTime(Date.now() + 24 * 60 * 60 * 1000 - 1);
    await d.t.mutation(internal.operations.idempotency.expire, {});
    expect(await ada.mutation(api.profile.edit, request)).toEqual(first);
    expect((await skills()).length).toBe(5);
    vi.setSystemTime(Date.now() + 1000);
    await d.t.mutation(internal.operations.idempotency.expire, {});
    expect((await refusalOf(ada.mutation(api.profile.edit, request))).code).toBe('version_conflict');
  });

  test('refuses the same key for other operations, and keeps no refusal', async () => {
    const idempotencyKey = key();
    const call = (operations: Record<string, unknown>[], skillsVersion = 1) =>
      ada.mutation(api.profile.edit, { operations, expected: { skills: skillsVersion }, idempotencyKey } as never);
    const none = { op: 'remove', section: 'skills', id: 'none' };
    const one = { op: 'remove', section: 'skills', id: 'a' };
    expect((await refusalOf(call([{ op: 'nonsense' }]))).code).toBe('invalid_argument');
    expect((await refusalOf(call([none]))).code).toBe('invalid_argument');
    expect((await refusalOf(call([one], 7))).code).toBe('version_conflict');
    expect((await call([one])).ids).toEqual(['a']);
    expect(await refusalOf(call([none]))).toMatchObject({
      code: 'idempotency_mismatch',
      fields: [{ path: 'idempotencyKey', code: 'key_reused' }],
    });
    expect((await call([one])).ids).toEqual(['a']);
    expect(await order()).toBe('bcd');
  });
});
