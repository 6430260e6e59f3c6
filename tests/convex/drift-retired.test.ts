/** Drift made on purpose once a cohort's snapshots are retired: the hashes of the last write are then the rows' only witness. */
import { type DriftPlace, type Snapshot, snapshotOf } from '@gigsy/schema';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Doc } from '../../convex/_generated/dataModel.js';
import type { MutationCtx } from '../../convex/_generated/server.js';
import { type Caller, key } from './deployment.ts';
import { admin, d, eachWithDeployment, moderator, reach, rename, settled, statusOf } from './cutover.ts';

eachWithDeployment();

let ada: Caller;
let before: Snapshot;
beforeEach(async () => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  ada = await moderator('ada', { about: { text: 'Hello' }, skills: [{ id: 'a', name: 'Rust' }] });
  before = snapshotOf((await ada.query(api.profile.mine, {}))!);
  await reach('staff', 'retired');
  await rename(ada, 'After the retirement');
});

async function walked(): Promise<(readonly [string, string[]])[]> {
  await d.t.mutation(internal.profile.reconciliation.start, { walk: 'all' });
  await settled();
  const { findings } = await admin.query(api.profile.drift.status, {});
  return findings.map(({ where, sections }) => [where, sections] as const).sort();
}

type Forgery = (ctx: MutationCtx, row: Doc<'profiles'>) => Promise<unknown>;
const forgeries: [string, Forgery, (readonly [DriftPlace, readonly string[]])[]][] = [
  [
    'a section on the row',
    (ctx, { _id }) => ctx.db.patch('profiles', _id, { about: { text: 'Forged' } }),
    // The text of one of the staff is shown to nobody, so no view differs.
    [['rows', ['about']]],
  ],
  [
    'a deleted item',
    async (ctx) => ctx.db.delete('profileSkills', (await ctx.db.query('profileSkills').first())!._id),
    [
      ['rows', ['skills']],
      ['view', ['platform']],
    ],
  ],
  [
    'the versions on the row',
    (ctx, { _id, versions }) => ctx.db.patch('profiles', _id, { versions: { ...versions, about: 7 } }),
    [['rows', ['versions']]],
  ],
  [
    'the record of the handle',
    async (ctx, { _id }) => {
      const record = (await ctx.db.query('profileHandles').collect()).find(({ profileId }) => profileId === _id)!;
      return ctx.db.delete('profileHandles', record._id);
    },
    [['rows', ['handles']]],
  ],
  [
    'the hash of a section',
    async (ctx, { userId }) => {
      const { hashes } = (await ctx.db.get('users', userId))!;
      return ctx.db.patch('users', userId, { hashes: { ...hashes!, parts: { ...hashes!.parts, about: 'forged' } } });
    },
    [['hash', ['about', 'whole']]],
  ],
  [
    'an old snapshot that has come back',
    (ctx, { userId }) => ctx.db.patch('users', userId, { profile: before }),
    [['snapshot', ['identity', 'versions']]],
  ],
];

describe.each(forgeries)('%s', (_, forgery, expected) => {
  test('is found in one pass, and a repair leaves no drift', async () => {
    expect((await statusOf('staff')).phase).toBe('retired');
    expect(await walked()).toEqual([]);
    await d.t.run(async (ctx) => {
      const row = (await ctx.db.query('profiles').collect()).find(({ handle }) => handle === 'ada')!;
      await forgery(ctx as never, row);
    });
    expect(await walked()).toEqual(expected);
    await admin.mutation(api.profile.drift.repair, { idempotencyKey: key() });
    await settled();
    expect(await walked()).toEqual([]);
  });
});
