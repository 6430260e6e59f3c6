/** Changes of privacy settings that are made later. */
import { MAX_AHEAD_MS, MAX_SCHEDULED, type SettingChanges } from '@gigsy/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';

const NOW = Date.UTC(2031, 4, 1);
const HOUR = 3_600_000;

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  d = deployment();
  ada = await person(d, 'ada', { sections: { skills: [{ id: 'one', name: 'Glass' }] } });
});
afterEach(() => {
  vi.useRealTimers();
});

const add = (at: number, changes: SettingChanges) =>
  ada.mutation(api.privacy.schedule.add, { at, changes, idempotencyKey: key() });
const cancel = (scheduled: string) => ada.mutation(api.privacy.schedule.cancel, { scheduled, idempotencyKey: key() });
const listed = async () =>
  (await ada.query(api.privacy.schedule.list, {})).map(({ at, changes }) => [at - NOW, changes]);
const settings = async () => (await ada.query(api.privacy.get, {}))!;

async function until(time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time - Date.now());
  await d.t.finishInProgressScheduledFunctions();
}

test('a change is made at its time, over what the settings are by then, with an event and an audit row', async () => {
  await add(NOW + 2 * HOUR, { about: 'public', items: { 'skills/one': 'owner' } });
  await add(NOW + HOUR, { profile: 'owner' });
  expect(await listed()).toEqual([
    [HOUR, { profile: 'owner' }],
    [2 * HOUR, { about: 'public', items: { 'skills/one': 'owner' } }],
  ]);
  expect(await settings()).toMatchObject({ chosen: {}, version: 1 });
  await until(NOW + HOUR);
  expect(await d.t.query(api.profile.get, { handle: 'ada' })).toBeNull();
  expect((await settings()).chosen).toEqual({ profile: 'owner' });
  await until(NOW + 2 * HOUR);
  expect(await settings()).toMatchObject({
    chosen: { profile: 'owner', about: 'public', items: { 'skills/one': 'owner' } },
    version: 3,
  });
  expect(await listed()).toEqual([]);
  const { events, rows } = await d.t.run(async (ctx) => ({
    events: (await ctx.db.query('events').collect()).filter(({ type }) => type.startsWith('privacy.')),
    rows: (await ctx.db.query('auditLog').collect()).filter(({ action }) => action.startsWith('privacy.')),
  }));
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['privacy.scheduled', {}],
    ['privacy.scheduled', {}],
    ['privacy.updated', { keys: ['profile'] }],
    ['privacy.updated', { keys: ['about', 'items'] }],
  ]);
  expect(rows.map(({ action, actor, changed }) => [action, actor !== null, changed])).toEqual([
    ['privacy.schedule.add', true, ['schedule']],
    ['privacy.schedule.add', true, ['schedule']],
    ['privacy.schedule.apply', false, ['profile']],
    ['privacy.schedule.apply', false, ['about', 'items']],
  ]);
});

test('a change that was called off is not made', async () => {
  const { scheduled } = await add(NOW + HOUR, { profile: 'owner' });
  await cancel(scheduled);
  expect((await refusalOf(cancel(scheduled))).code).toBe('not_found');
  await until(NOW + HOUR);
  expect((await settings()).chosen).toEqual({});
});

test('an item that is gone by then is left out, and the rest of the change is made', async () => {
  await add(NOW + HOUR, { about: 'public', items: { 'skills/one': 'owner' } });
  await ada.mutation(api.profile.edit, {
    operations: [{ op: 'remove', section: 'skills', id: 'one' }],
    expected: { skills: 1 },
    idempotencyKey: key(),
  });
  await until(NOW + HOUR);
  expect((await settings()).chosen).toEqual({ about: 'public' });
});

test('a time that is over or too far is refused, and so is one change more than may be to come', async () => {
  for (const at of [NOW, NOW - 1, NOW + MAX_AHEAD_MS + 1]) {
    const { code, fields } = await refusalOf(add(at, { about: 'owner' }));
    expect([code, fields![0]!.path, fields![0]!.code]).toEqual(['invalid_argument', 'at', 'out_of_range']);
  }
  for (let made = 0; made < MAX_SCHEDULED; made += 1) await add(NOW + MAX_AHEAD_MS, { about: 'owner' });
  expect((await refusalOf(add(NOW + HOUR, { about: 'owner' }))).code).toBe('too_large');
});

test('a change that lost its scheduled function is made by the cron, once', async () => {
  await d.t.run(async (ctx) => {
    const { _id: profileId } = (await ctx.db.query('profiles').first())!;
    await ctx.db.insert('privacySchedules', { profileId, at: NOW - HOUR, changes: { about: 'owner' } });
  });
  await d.t.mutation(internal.privacy.schedule.applyOverdue, {});
  await d.t.mutation(internal.privacy.schedule.applyOverdue, {});
  await until(NOW + 1);
  expect(await settings()).toMatchObject({ chosen: { about: 'owner' }, version: 2 });
});

test('nobody calls off a change of somebody else', async () => {
  const { scheduled } = await add(NOW + HOUR, { about: 'owner' });
  const bob = await person(d, 'bob');
  const { code } = await refusalOf(bob.mutation(api.privacy.schedule.cancel, { scheduled, idempotencyKey: key() }));
  expect(code).toBe('not_found');
  expect(await bob.query(api.privacy.schedule.list, {})).toEqual([]);
});
