/** Settings of single items: they narrow what viewers see of a list, and open nothing. */
import type { SettingChanges } from '@gigsy/schema';
import { beforeEach, expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { deployment, key, person, photosTaken, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { withoutLeases } from './leased.ts';

let d: Deployment;
let ada: Caller;
let bob: Caller;
beforeEach(async () => {
  d = deployment();
  await withoutLeases(d);
  bob = await person(d, 'bob');
  ada = await person(d, 'ada', {
    sections: {
      skills: [
        { id: 'one', name: 'Glass' },
        { id: 'two', name: 'Knots' },
      ],
    },
  });
});

const settings = async () => (await ada.query(api.privacy.get, {}))!;
async function choose(changes: SettingChanges) {
  const { version } = await settings();
  return ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() });
}
const skillsSeenBy = async (caller: Caller) =>
  (await caller.query(api.profile.get, { handle: 'ada' }))!.skills?.map(({ name }) => name);
const edit = (operation: object, skills: number) =>
  ada.mutation(api.profile.edit, { operations: [operation], expected: { skills }, idempotencyKey: key() } as never);

test('an item is seen by those whom its own setting and its section both allow', async () => {
  await choose({ items: { 'skills/two': 'platform' } });
  expect(await skillsSeenBy(d.t as never)).toEqual(['Glass']);
  expect(await skillsSeenBy(bob)).toEqual(['Glass', 'Knots']);
  await choose({ skills: 'owner', items: { 'skills/two': 'public' } });
  expect(await skillsSeenBy(bob)).toBeUndefined();
  expect(await skillsSeenBy(ada)).toEqual(['Glass', 'Knots']);
  await choose({ skills: null, items: { 'skills/two': null } });
  expect((await settings()).chosen).toEqual({});
  expect(await skillsSeenBy(d.t as never)).toEqual(['Glass', 'Knots']);
});

test('a restricted item is shown to those who are named for its section', async () => {
  await choose({ items: { 'skills/two': 'restricted' } });
  const add = (keys: string[]) =>
    ada.mutation(api.privacy.grants.add, { to: { person: 'bob' }, keys, idempotencyKey: key() } as never);
  await add(['about']);
  await photosTaken(d);
  expect(await skillsSeenBy(bob)).toEqual(['Glass']);
  await add(['skills']);
  expect(await skillsSeenBy(bob)).toEqual(['Glass', 'Knots']);
});

test('an item that is not there is refused by name, and the same choice twice is no change', async () => {
  const { code, fields } = await refusalOf(choose({ items: { 'skills/none': 'owner', 'about/x': 'owner' } }));
  expect([code, fields?.map(({ path }) => path).sort()]).toEqual([
    'invalid_argument',
    ['changes.items.about/x', 'changes.items.skills/none'],
  ]);
  const { version } = await choose({ items: { 'skills/two': 'owner' } });
  expect(await choose({ items: { 'skills/two': 'owner' } })).toEqual({ version });
  const events = await d.t.run(async (ctx) =>
    (await ctx.db.query('events').collect()).filter(({ type }) => type === 'privacy.updated'),
  );
  expect(events.map(({ data }) => data)).toEqual([{ keys: ['items'] }]);
});

test('a removed item that comes back is as hidden as it was; one that is gone for good leaves no setting', async () => {
  await choose({ items: { 'skills/two': 'owner', 'skills/one': 'platform' } });
  await edit({ op: 'remove', section: 'skills', id: 'two' }, 1);
  await choose({ items: { 'skills/one': null } });
  await edit({ op: 'restore', section: 'skills', id: 'two' }, 2);
  expect(await skillsSeenBy(bob)).toEqual(['Glass']);
  await edit({ op: 'remove', section: 'skills', id: 'two' }, 3);
  await d.t.run(async (ctx) => {
    for (const { _id } of await ctx.db.query('profileRemovedItems').collect())
      await ctx.db.delete('profileRemovedItems', _id);
  });
  await choose({ items: { 'skills/one': 'platform' } });
  expect((await settings()).chosen).toEqual({ items: { 'skills/one': 'platform' } });
});

test('a stale change of items names them as the conflict, unless they are so already', async () => {
  await choose({ items: { 'skills/two': 'owner' } });
  const stale = (visibility: 'owner' | 'platform') =>
    refusalOf(
      ada.mutation(api.privacy.update, {
        changes: { items: { 'skills/two': visibility } },
        expected: 1,
        idempotencyKey: key(),
      }),
    ) as Promise<{ code: string; conflicts?: { fields: string[] }[] }>;
  expect((await stale('platform')).conflicts![0]!.fields).toEqual(['items']);
  expect((await stale('owner')).conflicts![0]!.fields).toEqual([]);
});
