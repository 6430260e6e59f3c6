/**
 * Drift made on purpose, by writing around the write path, in each copy of a profile: one pass finds it and names the copy
 * that changed, and a repair makes all copies follow the rows.
 */
import { type Snapshot, type DriftPlace, upcastProfile } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { MutationCtx } from '../../convex/_generated/server.js';
import type { Doc } from '../../convex/_generated/dataModel.js';
import { openDrift } from '../../convex/model/profile/drift.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { type DriftWorld, driftWorld, withSkills } from './drift.ts';

let w: DriftWorld;
beforeEach(async () => {
  vi.useFakeTimers();
  w = await driftWorld();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const copies = () =>
  w.d.t.run(async (ctx) => {
    const user = (await ctx.db.query('users').collect()).find(({ profile }) => (profile as Snapshot).handle === 'ada')!;
    return { user, hashes: await hashesOf(upcastProfile(user.profile)) };
  });

const viewOf = async (ctx: MutationCtx, audience: string) =>
  (await ctx.db.query('profileViews').collect()).find((row) => row.handle === 'ada' && row.audience === audience)!;
const skillOf = async (ctx: MutationCtx) => (await ctx.db.query('profileSkills').first())!;

const recordOf = async (ctx: MutationCtx, profileId: Doc<'profiles'>['_id']) =>
  (await ctx.db.query('profileHandles').collect()).find((row) => row.profileId === profileId)!;

const viewsOf = (table: string) => [`${table}.platform`, `${table}.public`];

type Forgery = Parameters<DriftWorld['forge']>[0];
const forgeries: [string, Forgery, (readonly [DriftPlace, string[]])[]][] = [
  [
    'a section on the row',
    (ctx, { profile }) => ctx.db.patch('profiles', profile._id, { about: { text: 'Forged' } }),
    [
      ['view', ['platform', 'public']],
      ['rows', ['about']],
    ],
  ],
  [
    "an item's row",
    async (ctx) => ctx.db.patch('profileSkills', (await skillOf(ctx))._id, { name: 'Forged' }),
    [
      ['view', ['platform', 'public']],
      ['rows', ['skills']],
    ],
  ],
  [
    "a deleted item's row",
    async (ctx) => ctx.db.delete('profileLanguages', (await ctx.db.query('profileLanguages').first())!._id),
    [
      ['view', ['platform', 'public']],
      ['rows', ['languages']],
    ],
  ],
  [
    'a doubled item',
    async (ctx) => {
      const { _id, _creationTime, ...item } = await skillOf(ctx);
      await ctx.db.insert('profileSkills', { ...item, order: 7 });
    },
    [['rows', ['skills']]],
  ],
  [
    'the versions on the row',
    (ctx, { profile }) => ctx.db.patch('profiles', profile._id, { versions: { ...profile.versions, about: 7 } }),
    [['rows', ['versions']]],
  ],
  [
    'the role on the row',
    (ctx, { profile }) => ctx.db.patch('profiles', profile._id, { role: 'admin' }),
    [
      ['view', ['platform', 'portfolioViews.public', 'public', 'trustEndorsementViews.public', 'trustViews.public']],
      ['rows', ['role']],
    ],
  ],
  [
    'settings on the row',
    (ctx, { profile }) => ctx.db.patch('profiles', profile._id, { settings: { about: 'owner' } }),
    [
      ['view', ['platform', 'public']],
      ['rows', ['settings']],
    ],
  ],
  [
    'the snapshot',
    (ctx, { user }) => ctx.db.patch('users', user._id, withSkills(user, [{ id: 'a', name: 'Forged' }])),
    [['snapshot', ['skills']]],
  ],
  [
    'the snapshot and its hashes',
    async (ctx, { user }) => {
      const forged = withSkills(user, []) as { profile: Doc<'users'>['profile'] };
      await ctx.db.patch('users', user._id, { ...forged, hashes: await hashesOf(upcastProfile(forged.profile)) });
    },
    // The hashes are those of the snapshot, so the rows seem to have changed.
    [['rows', ['skills']]],
  ],
  [
    'rows and snapshot differently',
    async (ctx, { user }) => {
      await ctx.db.patch('users', user._id, withSkills(user, []));
      await ctx.db.patch('profileSkills', (await skillOf(ctx))._id, { name: 'Forged' });
    },
    [
      ['view', ['platform', 'public']],
      ['snapshot', ['skills']],
      ['rows', ['skills']],
    ],
  ],
  ['a deleted snapshot', (ctx, { user }) => ctx.db.delete('users', user._id), [['snapshot', ['whole']]]],
  [
    'a second snapshot',
    (ctx, { user: { _id, _creationTime, ...user } }) => ctx.db.insert('users', user),
    [['snapshot', ['whole']]],
  ],
  [
    'the hash of a section',
    (ctx, { user: { _id, hashes } }) =>
      ctx.db.patch('users', _id, { hashes: { ...hashes!, parts: { ...hashes!.parts, about: 'forged' } } }),
    [['hash', ['about', 'whole']]],
  ],
  [
    'the roll-up',
    (ctx, { user: { _id, hashes } }) => ctx.db.patch('users', _id, { hashes: { ...hashes!, whole: 'forged' } }),
    [['hash', ['whole']]],
  ],
  [
    'a hash that went',
    (ctx, { user: { _id, hashes } }) => {
      const { about, ...parts } = hashes!.parts;
      return ctx.db.patch('users', _id, { hashes: { ...hashes!, parts } });
    },
    [['hash', ['whole']]],
  ],
  [
    'the body of a view',
    async (ctx) => {
      const { _id, body } = await viewOf(ctx, 'public');
      await ctx.db.patch('profileViews', _id, { body: { ...body, about: { text: 'Forged' } } });
    },
    [['view', ['public']]],
  ],
  [
    'body and entity tag of a view',
    async (ctx) => {
      const [from, to] = [await viewOf(ctx, 'platform'), await viewOf(ctx, 'public')];
      const body = { ...from.body, about: { text: 'Forged' } };
      await ctx.db.patch('profileViews', to._id, { body, etag: 'forged' });
    },
    [['view', ['public']]],
  ],
  [
    'a deleted view',
    async (ctx) => ctx.db.delete('profileViews', (await viewOf(ctx, 'platform'))._id),
    [['view', ['platform']]],
  ],
  [
    'a doubled view',
    async (ctx) => {
      const { _id, _creationTime, ...view } = await viewOf(ctx, 'public');
      await ctx.db.insert('profileViews', view);
    },
    [['view', ['public']]],
  ],
  [
    'a view under a handle that is not theirs',
    async (ctx) => {
      const { _id, _creationTime, ...view } = await viewOf(ctx, 'public');
      await ctx.db.insert('profileViews', { ...view, handle: 'ada-before' });
    },
    [['view', ['stray']]],
  ],
  [
    'a lead of a former handle to another person',
    async (ctx, { profile }) => {
      await ctx.db.patch('profiles', profile._id, { formerHandles: ['ada-first'] });
      for (const audience of ['public', 'platform'] as const)
        await ctx.db.insert('viewRedirects', {
          handle: 'ada-first',
          table: 'profileViews',
          audience,
          profileId: profile._id,
          leadsTo: audience === 'public' ? 'ada' : 'ben',
        });
    },
    [
      [
        'view',
        ['platform', ...viewsOf('portfolioViews'), ...viewsOf('trustEndorsementViews'), ...viewsOf('trustViews')],
      ],
      ['rows', ['handles']],
    ],
  ],
  [
    'a handle without its record',
    async (ctx, { profile }) => ctx.db.delete('profileHandles', (await recordOf(ctx, profile._id))._id),
    [['rows', ['handles']]],
  ],
  [
    'the record of a handle that somebody has, as if it had been left',
    async (ctx, { profile }) =>
      ctx.db.patch('profileHandles', (await recordOf(ctx, profile._id))._id, { state: 'retired', leftAt: 1 }),
    [['rows', ['handles']]],
  ],
  [
    'the skeleton of a handle',
    async (ctx, { profile }) =>
      ctx.db.patch('profileHandles', (await recordOf(ctx, profile._id))._id, { skeleton: 'forged' }),
    [['rows', ['handles']]],
  ],
  [
    'a doubled record of a handle',
    async (ctx, { profile }) => {
      const { _id, _creationTime, ...record } = await recordOf(ctx, profile._id);
      await ctx.db.insert('profileHandles', record);
    },
    [['rows', ['handles']]],
  ],
  [
    'the record of a handle that never was theirs',
    async (ctx, { profile }) => {
      const { _id, _creationTime, ...record } = await recordOf(ctx, profile._id);
      await ctx.db.insert('profileHandles', { ...record, handle: 'eve', skeleton: 'eve', state: 'leading', leftAt: 1 });
    },
    [['rows', ['handles']]],
  ],
  [
    'a view of a suspended person',
    async (ctx, { profile }) => ctx.db.patch('accounts', profile.accountId, { status: 'suspended' }),
    [
      [
        'view',
        [
          'platform',
          ...viewsOf('portfolioViews'),
          'public',
          ...viewsOf('trustEndorsementViews'),
          ...viewsOf('trustViews'),
        ],
      ],
    ],
  ],
];

describe.each(forgeries)('%s', (_, forgery, expected) => {
  test('is found in one pass, is named with its copy, and is repaired from the rows', async () => {
    await w.walk('all');
    expect(await w.findings()).toEqual([]);
    await w.forge(forgery);
    await w.walk('all');
    expect((await w.findings()).sort()).toEqual([...expected].sort());
    expect(await w.d.t.run((ctx) => openDrift(ctx as never, 10))).toBe(expected.length);

    expect(await w.repair()).toEqual({ open: expected.length });
    expect(await w.findings()).toEqual([]);
    await w.walk('all');
    expect(await w.findings()).toEqual([]);
    const { user, hashes } = await copies();
    await w.d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'active' });
    expect(upcastProfile(user.profile)).toEqual(await w.ada.query(api.profile.mine, {}));
    expect(user.hashes).toEqual(hashes);
    expect((await w.status()).places.map(({ found, repaired }) => found - repaired)).toEqual([0, 0, 0, 0]);
  });
});
