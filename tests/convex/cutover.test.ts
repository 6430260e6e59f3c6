/** The cutover of profile reads: who serves readers in which phase, the proof that a step needs, and the way back. */
import { type ReadCohort, type ReadPhase, readPhases } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Doc } from '../../convex/_generated/dataModel.js';
import { hashOf } from '../../convex/model/contract/hash.js';
import { profileSource } from '../../convex/model/profile/source.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';

let d: Deployment;
let admin: Caller;

beforeEach(async () => {
  vi.useFakeTimers();
  d = deployment();
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  admin = d.as('user_root');
});
afterEach(() => {
  vi.useRealTimers();
});

const settled = () => d.t.finishAllScheduledFunctions(vi.runAllTimers);

async function statusOf(cohort: ReadCohort) {
  const { drift, cohorts } = await admin.query(api.operations.cutover.status, {});
  return { drift, ...cohorts.find((each) => each.cohort === cohort)! };
}

async function move(cohort: ReadCohort, to: ReadPhase): Promise<unknown> {
  const { phase } = await statusOf(cohort);
  const answer = await admin.mutation(api.operations.cutover.move, {
    cohort,
    to,
    expected: phase,
    idempotencyKey: key(),
  });
  await settled();
  return answer;
}

/** Moves a cohort forward, step by step. */
async function reach(cohort: ReadCohort, phase: ReadPhase): Promise<void> {
  for (const step of readPhases.slice(1, readPhases.indexOf(phase) + 1)) await move(cohort, step);
}

/** A person of the cohort `staff`. */
async function moderator(handle: string, sections: object = {}): Promise<Caller> {
  const caller = await person(d, handle, { sections });
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: `user_${handle}`, role: 'moderator' });
  return caller;
}

/** Writes around the one way to write: another name in the snapshot, which keeps its right hash, or in the row. */
async function forge(handle: string, where: 'snapshot' | 'rows', displayName: string): Promise<void> {
  await d.t.run(async (ctx) => {
    const row = (await ctx.db.query('profiles').collect()).find((each) => each.handle === handle)!;
    if (where === 'rows') return ctx.db.patch('profiles', row._id, { identity: { ...row.identity, displayName } });
    const profile = (await ctx.db.get('users', row.userId))!.profile!;
    const forged = { ...profile, sections: { ...profile.sections, identity: { displayName } } };
    return ctx.db.patch('users', row.userId, { profile: forged, profileHash: await hashOf(forged) });
  });
}

const nameOf = async (caller: Caller) => (await caller.query(api.profile.mine, {}))!.sections.identity.displayName;

async function rename(caller: Caller, displayName: string): Promise<void> {
  const { versions } = (await caller.query(api.profile.mine, {}))!;
  await caller.mutation(api.profile.update, {
    changes: { identity: { displayName } },
    expected: { identity: versions.identity },
    idempotencyKey: key(),
  });
}

const snapshots = () =>
  d.t.run(async (ctx) => (await ctx.db.query('users').collect()).map(({ profile }) => profile ?? null));
const rowsOf = <T extends 'readDifferences' | 'driftFindings'>(table: T): Promise<Doc<T>[]> =>
  d.t.run((ctx) => ctx.db.query(table).collect()) as Promise<Doc<T>[]>;

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
      await ctx.db.patch('users', row!._id, { profileHash: 'other' });
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

  test('of a write is that of its readers: a change of one section keeps what they saw of the others', async () => {
    const eve = await moderator('eve', { skills: [{ id: 'a', name: 'Weaving' }] });
    await forge('eve', 'rows', 'From rows');
    await eve.mutation(api.profile.update, {
      changes: { about: { text: 'New' } },
      expected: { about: 1 },
      idempotencyKey: key(),
    });
    expect(await nameOf(eve)).toBe('Person eve');
    await reach('staff', 'normalized');
    expect(await nameOf(eve)).toBe('Person eve');
  });
});

describe('a step forward', () => {
  test('is refused while drift is open, in every phase', async () => {
    await moderator('eve');
    for (const [at, to] of readPhases.slice(1).entries()) {
      const profileId = await d.t.run(async (ctx) => (await ctx.db.query('profiles').first())!._id);
      const finding = await d.t.run((ctx) =>
        ctx.db.insert('driftFindings', { profileId, where: 'rows', sections: ['about'], foundAt: 1 }),
      );
      expect(await refusalOf(move('staff', to))).toMatchObject({ code: 'not_ready', fields: [{ path: 'drift' }] });
      expect(await statusOf('staff')).toMatchObject({
        phase: readPhases[at],
        drift: { count: 1, more: false },
        forward: { to, obstacles: ['drift'] },
      });
      await d.t.run((ctx) => ctx.db.patch('driftFindings', finding, { repairedAt: 2 }));
      await move('staff', to);
    }
    expect(await rowsOf('driftFindings')).toHaveLength(3);
  });

  test('to normalized is refused until every profile of the cohort has been compared', async () => {
    for (let n = 0; n < 20; n += 1) await person(d, `p${n}`);
    await admin.mutation(api.operations.cutover.move, {
      cohort: 'rest',
      to: 'shadow-read',
      expected: 'dual-write',
      idempotencyKey: key(),
    });
    expect((await statusOf('rest')).forward).toEqual({ to: 'normalized', obstacles: ['comparison'] });
    expect(await refusalOf(move('rest', 'normalized'))).toMatchObject({
      code: 'not_ready',
      fields: [{ path: 'comparison' }],
    });
    const page = (round: number) => d.t.mutation(internal.profile.cutover.walk, { cohort: 'rest', round });
    await page(7);
    expect((await statusOf('rest')).walked).toEqual({ profiles: 0, complete: false });
    await page(1);
    expect((await statusOf('rest')).forward!.obstacles).toEqual(['comparison']);
    expect((await statusOf('rest')).walked!.profiles).toBeGreaterThan(0);
    await settled();
    const { walked, forward } = await statusOf('rest');
    expect([walked!.complete, forward!.obstacles]).toEqual([true, []]);
    const cohorts = await Promise.all((['pilot', 'early'] as const).map(statusOf));
    expect(cohorts.map((each) => each.walked)).toEqual([null, null]);
    expect(walked!.profiles).toBeGreaterThan(0);
    await move('rest', 'normalized');
  });

  test('to normalized is refused while reads differ; a repair is seen by the next comparison', async () => {
    await moderator('eve', { skills: [{ id: 'a', name: 'Weaving' }] });
    await forge('eve', 'rows', 'From rows');
    await move('staff', 'shadow-read');
    expect(await statusOf('staff')).toMatchObject({
      differences: { count: 1, more: false, parts: [{ name: 'identity', profiles: 1 }] },
      forward: { obstacles: ['differences'] },
    });
    expect((await refusalOf(move('staff', 'normalized'))).code).toBe('not_ready');
    expect(JSON.stringify(await rowsOf('readDifferences'))).not.toContain('From rows');
    await forge('eve', 'rows', 'Person eve');
    await d.t.run(async (ctx) => {
      const [row] = await ctx.db.query('profiles').collect();
      await ctx.db.patch('profiles', row!._id, { identity: { displayName: 'Person eve', headline: 'Builds things' } });
    });
    await d.t.mutation(internal.profile.cutover.compareAgain, {});
    await settled();
    expect((await statusOf('staff')).forward).toEqual({ to: 'normalized', obstacles: [] });
  });

  test('is one phase; none leads back from retired', async () => {
    expect(await refusalOf(move('staff', 'normalized'))).toMatchObject({
      code: 'invalid_argument',
      fields: [{ path: 'to', message: 'must be shadow-read or an earlier phase' }],
    });
    await reach('staff', 'retired');
    for (const to of ['dual-write', 'shadow-read', 'normalized'] as const)
      expect((await refusalOf(move('staff', to))).code).toBe('invalid_argument');
    expect(await statusOf('staff')).toMatchObject({ forward: null, back: null });
  });

  test('of two administrators at once is one step', async () => {
    const step = { cohort: 'staff', to: 'shadow-read', expected: 'dual-write' } as const;
    await admin.mutation(api.operations.cutover.move, { ...step, idempotencyKey: key() });
    expect(
      await refusalOf(admin.mutation(api.operations.cutover.move, { ...step, idempotencyKey: key() })),
    ).toMatchObject({ code: 'version_conflict', fields: [{ path: 'expected', message: 'is shadow-read' }] });
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
    await rename(ada, 'Mended by the next write');
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
  expect((await snapshots()).flatMap((profile) => profile?.handle ?? [])).toEqual(['ada']);
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
  expect((await snapshots())[0]!.sections.identity.displayName).toBe('Of the rest');
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
