/** The traces of edits: removed items, the rows of lists, answers to repeated requests. */
import { MAX_REMOVED, RESTORABLE_MS } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { key, person, refusalOf } from './deployment.ts';
import { type Edited, edited, send } from './edited.ts';

let at: Edited;
beforeEach(async () => {
  at = await edited();
});
afterEach(() => {
  vi.useRealTimers();
});

const rowsOfSkills = () => at.d.t.run((ctx) => ctx.db.query('profileSkills').collect());
const removed = () => at.ada.query(api.profile.removed, {});

describe('removed items', () => {
  test('can be restored for 30 days, at the end of their list, the last removed named first', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
    await at.edit({ op: 'remove', section: 'skills', id: 'b' });
    vi.setSystemTime(Date.now() + 1000);
    await at.edit({ op: 'remove', section: 'links', id: 'site' });
    const found = await removed();
    expect(found.map(({ section, item }) => [section, item.id])).toEqual([
      ['links', 'site'],
      ['skills', 'b'],
    ]);
    expect(found[1]).toMatchObject({ item: { id: 'b', name: 'Skill b' } });
    expect(found[0]!.restorableUntil - found[0]!.removedAt).toBe(RESTORABLE_MS);
    vi.setSystemTime(found[1]!.restorableUntil - 1);
    expect((await at.edit({ op: 'restore', section: 'skills', id: 'b' })).ids).toEqual(['b']);
    expect(await at.order()).toBe('acdb');
    expect((await removed()).map(({ item }) => item.id)).toEqual(['site']);
    // Rows of one millisecond have fractions of it, which the clock has not.
    vi.setSystemTime(Math.ceil(found[0]!.restorableUntil));
    expect((await refusalOf(at.edit({ op: 'restore', section: 'links', id: 'site' }))).fields).toMatchObject([
      { path: 'operations.0.id', code: 'not_found' },
    ]);
    await at.d.t.mutation(internal.profile.removals.expire, {});
    expect(await removed()).toEqual([]);
  });

  test('can be restored by the call that removes them, and come from updates of whole lists too', async () => {
    await at.edit({ op: 'remove', section: 'skills', id: 'a' }, { op: 'restore', section: 'skills', id: 'a' });
    expect([await at.order(), await removed()]).toEqual(['bcda', []]);
    const update = (ids: string[], expected: number) =>
      at.ada.mutation(api.profile.update, {
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
      await at.edit(...items.map((item) => ({ op: 'add', section: 'skills', item })));
      await at.edit(...items.map(({ id }) => ({ op: 'remove', section: 'skills', id })));
    }
    const found = await removed();
    expect(found).toHaveLength(MAX_REMOVED);
    expect([found[0]!.item.id, found.at(-1)!.item.id]).toEqual(['yn69', 'xn40']);
    expect(await at.d.t.run(async (ctx) => (await ctx.db.query('profileRemovedItems').collect()).length)).toBe(
      MAX_REMOVED,
    );
  });

  test('are their owner’s alone', async () => {
    await at.edit({ op: 'remove', section: 'skills', id: 'b' });
    const ben = await person(at.d, 'ben');
    expect(await ben.query(api.profile.removed, {})).toEqual([]);
    expect((await refusalOf(send(ben, [{ op: 'restore', section: 'skills', id: 'b' }], { skills: 1 }))).code).toBe(
      'invalid_argument',
    );
  });
});

describe('the rows of a list', () => {
  const written = async (call: () => Promise<unknown>) => {
    const before = new Map((await rowsOfSkills()).map((row) => [row._id, JSON.stringify(row)]));
    await call();
    const after = await rowsOfSkills();
    return after.filter((row) => before.get(row._id) !== JSON.stringify(row)).map(({ id }) => id);
  };

  test('are written one by one: a move, an addition in between and a change write one row each', async () => {
    expect(await written(() => at.edit({ op: 'move', section: 'skills', id: 'd', to: 1 }))).toEqual(['d']);
    expect(await written(() => at.edit({ op: 'add', section: 'skills', item: { id: 'e', name: 'E' }, at: 2 }))).toEqual(
      ['e'],
    );
    expect(await written(() => at.edit({ op: 'change', section: 'skills', id: 'b', fields: { level: 1 } }))).toEqual([
      'b',
    ]);
    expect(await written(() => at.edit({ op: 'remove', section: 'skills', id: 'c' }))).toEqual([]);
    expect(await at.order()).toBe('adeb');
  });

  test('keep their order however often items move to the same place', async () => {
    for (let turn = 0; turn < 120; turn += 1)
      await at.edit({ op: 'move', section: 'skills', id: turn % 2 ? 'c' : 'd', to: 1 });
    expect(await at.order()).toBe('acdb');
    const orders = (await rowsOfSkills()).map((row) => row.order);
    expect(new Set(orders).size).toBe(4);
  });

  test('that are not as the snapshot says are made right by the next edit that needs them', async () => {
    await at.d.t.run(async (ctx) => {
      const rows = await ctx.db.query('profileSkills').collect();
      await ctx.db.delete(rows[1]!._id);
    });
    await at.edit({ op: 'change', section: 'skills', id: 'b', fields: { level: 5 } });
    expect(await at.order()).toBe('abcd');
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
    const first = await at.ada.mutation(api.profile.edit, request);
    vi.setSystemTime(Date.now() + 24 * 60 * 60 * 1000 - 1);
    await at.d.t.mutation(internal.operations.idempotency.expire, {});
    expect(await at.ada.mutation(api.profile.edit, request)).toEqual(first);
    expect((await at.mine()).sections.skills.length).toBe(5);
    vi.setSystemTime(Date.now() + 1000);
    await at.d.t.mutation(internal.operations.idempotency.expire, {});
    expect((await refusalOf(at.ada.mutation(api.profile.edit, request))).code).toBe('version_conflict');
  });

  test('refuses the same key for other operations, and keeps no refusal', async () => {
    const idempotencyKey = key();
    const call = (operations: Record<string, unknown>[], skillsVersion = 1) =>
      at.ada.mutation(api.profile.edit, { operations, expected: { skills: skillsVersion }, idempotencyKey } as never);
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
    expect(await at.order()).toBe('bcd');
  });
});
