/** The cutover of profile reads: who serves readers in which phase, writes in each phase, and retirement. */
import type { Snapshot } from '@gigsy/schema';
import { describe, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { profileSource } from '../../convex/model/profile/source.js';
import {
  admin,
  d,
  forge,
  moderator,
  move,
  nameOf,
  reach,
  rename,
  rowsOf,
  settled,
  snapshots,
  statusOf,
  eachWithDeployment,
} from './cutover.ts';
import { key, person, refusalOf } from './deployment.ts';

eachWithDeployment();

describe('the source of readers', () => {
  test.each([
    ['dual-write', 'snapshot'],
    ['shadow-read', 'snapshot'],
    ['normalized', 'rows'],
    ['retired', 'rows'],
  ] as const)('in %s is the %s, whole', async (phase, source) => {
    const eve = await moderator('eve', { skills: [{ name: 'Weaving' }] });
    await reach('staff', phase);
    await forge('eve', 'rows', 'From rows');
    if (phase !== 'retired') await forge('eve', 'snapshot', 'From snapshot');
    expect(await nameOf(eve)).toBe(source === 'rows' ? 'From rows' : 'From snapshot');
    expect((await eve.query(api.profile.get, { handle: 'eve' }))!.identity!.displayName).toBe(await nameOf(eve));
  });

  test('is the rows if the snapshot is not the last write or its hash does not fit', async () => {
    const eve = await moderator('eve');
    await forge('eve', 'snapshot', 'Old');
    await d.t.run(async (ctx) => {
      const [row] = await ctx.db.query('profiles').collect();
      await ctx.db.patch('profiles', row!._id, { versions: { ...row!.versions, about: 9 } });
    });
    expect(await nameOf(eve)).toBe('Person eve');
    await rename(eve, 'Written');
    await d.t.run(async (ctx) => {
      const [row] = await ctx.db.query('users').collect();
      await ctx.db.patch('users', row!._id, { hashes: { ...row!.hashes!, whole: 'other' } });
    });
    await forge('eve', 'rows', 'From rows');
    expect(await nameOf(eve)).toBe('From rows');
  });

  test('costs five documents where it is the snapshot, and one for each item where it is the rows', async () => {
    await moderator('eve', { skills: Array.from({ length: 200 }, (_, n) => ({ name: `Skill ${n}` })) });
    const cost = () =>
      d.t.query(async (ctx) => {
        await profileSource(ctx, 'eve');
        return (await ctx.meta.getTransactionMetrics()).documentsRead.used;
      });
    // The flag is not there before the first step, and Eve has no picture.
    expect(await cost()).toBe(3);
    await reach('staff', 'shadow-read');
    expect(await cost()).toBe(4);
    await reach('staff', 'normalized');
    expect(await cost()).toBe(203);
  });

  test('differs by cohort: moving one leaves the others where they are', async () => {
    const [eve, ada] = [await moderator('eve'), await person(d, 'ada')];
    await reach('staff', 'normalized');
    for (const handle of ['eve', 'ada']) await forge(handle, 'rows', 'From rows');
    expect([await nameOf(eve), await nameOf(ada)]).toEqual(['From rows', 'Person ada']);
  });

  test('of a write is that of its readers, and a write hides no difference of the sections that it leaves alone', async () => {
    const eve = await moderator('eve', { skills: [{ id: 'a', name: 'Weaving' }] });
    await forge('eve', 'rows', 'From rows');
    await eve.mutation(api.profile.update, {
      changes: { about: { text: 'New' } },
      expected: { about: 1 },
      idempotencyKey: key(),
    });
    expect(await nameOf(eve)).toBe('Person eve');
    await move('staff', 'shadow-read');
    expect(await nameOf(eve)).toBe('Person eve');
    expect((await rowsOf('readDifferences')).map(({ parts }) => parts)).toEqual([['identity']]);
    expect((await refusalOf(move('staff', 'normalized'))).code).toBe('not_ready');
    await rename(eve, 'Mended by a change of the section');
    await settled();
    await move('staff', 'normalized');
    expect(await nameOf(eve)).toBe('Mended by a change of the section');
  });
});

describe('a write', () => {
  test('in shadow-read has its reads compared, also of somebody who has just come', async () => {
    await reach('rest', 'shadow-read');
    await reach('pilot', 'shadow-read');
    await reach('early', 'shadow-read');
    const ada = await person(d, 'ada');
    await d.t.run(async (ctx) => {
      const [row] = await ctx.db.query('profiles').collect();
      await ctx.db.patch('profiles', row!._id, { about: { text: 'Around' } });
    });
    await settled();
    expect((await rowsOf('readDifferences')).map(({ parts }) => parts)).toEqual([['about']]);
    const about = (text: string, version: number) =>
      ada.mutation(api.profile.update, {
        changes: { about: { text } },
        expected: { about: version },
        idempotencyKey: key(),
      });
    await about('Mended by a change of the section', 1);
    await settled();
    expect(await rowsOf('readDifferences')).toEqual([]);
  });

  test('in normalized keeps the snapshot, so that the way back shows it', async () => {
    const eve = await moderator('eve');
    await reach('staff', 'normalized');
    await rename(eve, 'Written to both');
    await move('staff', 'dual-write');
    await forge('eve', 'rows', 'From rows');
    expect(await nameOf(eve)).toBe('Written to both');
  });

  test('in retired writes no snapshot, and takes one away that the walk has not reached', async () => {
    const eve = await moderator('eve');
    await reach('staff', 'normalized');
    await admin.mutation(api.operations.cutover.move, {
      cohort: 'staff',
      to: 'retired',
      expected: 'normalized',
      idempotencyKey: key(),
    });
    expect(await snapshots()).not.toEqual([null]);
    await rename(eve, 'After retirement');
    expect(await snapshots()).toEqual([null]);
    await settled();
    expect(await nameOf(eve)).toBe('After retirement');
    for (const cohort of ['pilot', 'early', 'rest'] as const) await reach(cohort, 'retired');
    const ada = await person(d, 'ada');
    expect([await snapshots(), await nameOf(ada)]).toEqual([[null, null], 'Person ada']);
  });
});

test('retirement empties the snapshots of the cohort, page by page, and of no other', async () => {
  for (let n = 0; n < 18; n += 1) await moderator(`m${n}`);
  await person(d, 'ada');
  await reach('staff', 'retired');
  expect((await snapshots()).flatMap((profile) => (profile as Snapshot | undefined)?.handle ?? [])).toEqual(['ada']);
  expect((await statusOf('staff')).walked).toEqual({ profiles: 18, complete: true });
});

test('a person who leaves a retired cohort is read from the rows until the next write, and from both after it', async () => {
  const eve = await moderator('eve');
  await reach('staff', 'retired');
  await d.t.run(async (ctx) => {
    const account = (await ctx.db.query('accounts').collect()).find(({ handle }) => handle === 'eve')!;
    const row = (await ctx.db.query('profiles').first())!;
    await ctx.db.patch('accounts', account._id, { role: 'student' });
    await ctx.db.patch('profiles', row._id, { role: 'student' });
  });
  expect(await nameOf(eve)).toBe('Person eve');
  await rename(eve, 'Of the rest');
  expect(((await snapshots())[0] as Snapshot).sections.identity.displayName).toBe('Of the rest');
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_eve', role: 'moderator' });
  expect([await snapshots(), await nameOf(eve)]).toEqual([[null], 'Of the rest']);
});

test('the flag of the cutover cannot be set or removed by hand, and clients do not learn of it', async () => {
  await move('staff', 'shadow-read');
  const [flag] = await admin.query(api.operations.flags.list, {});
  const { version, ...stored } = flag!;
  expect(stored).toMatchObject({ name: 'profile.reads', exposed: false });
  const set = admin.mutation(api.operations.flags.set, { flag: stored, expected: version, idempotencyKey: key() });
  expect(await refusalOf(set)).toMatchObject({ code: 'invalid_argument', fields: [{ path: 'flag.name' }] });
  const remove = admin.mutation(api.operations.flags.remove, {
    name: stored.name,
    expected: version,
    idempotencyKey: key(),
  });
  expect((await refusalOf(remove)).code).toBe('invalid_argument');
  expect(await admin.query(api.operations.flags.evaluate, {})).toEqual([]);
});
