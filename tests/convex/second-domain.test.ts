/**
 * Two domains with views: each keeps its own, under its own policy, and all follow the person's status, role and
 * settings.
 */
import { privacyMatrix } from '@gigsy/schema';
import rateLimiter from '@convex-dev/rate-limiter/test';
import { convexTest } from 'convex-test';
import { defineSchema } from 'convex/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { defineReadModel, policyHash } from '../../convex/model/privacy/readModel.js';
import { profileViews } from '../../convex/model/profile/views.js';
import schema from '../../convex/schema.js';
import { endorse, endorsementTables, endorsementViews, endorsementsOf } from '../second-domain/endorsements.ts';
import { ISSUER, type Caller, type Deployment, deployment, key, modules, person, raising } from './deployment.ts';

vi.mock('../../convex/model/readModels.ts', async () => {
  const { profileViews: first } = await import('../../convex/model/profile/views.js');
  const { endorsementViews: second } = await import('../second-domain/endorsements.ts');
  return { readModels: [first, second] };
});

let d: Deployment;
let ada: Caller;
let restore = () => {};
beforeEach(async () => {
  deployment();
  const t = convexTest({ schema: defineSchema({ ...schema.tables, ...endorsementTables }), modules });
  rateLimiter.register(t);
  d = { t: t as never, as: (subject) => raising(t.withIdentity({ issuer: ISSUER, subject })) as never };
  ada = await person(d, 'ada', { role: 'mentor', sections: { skills: [{ id: 'one', name: 'Glass' }] } });
  await endorsed('one');
});
afterEach(() => restore());

const endorsed = (skill: string, handle = 'ada') => d.t.run((ctx) => endorse(ctx, handle, skill));
const seenBy = (audience: 'public' | 'platform') => d.t.run((ctx) => endorsementsOf(ctx, 'ada', audience));
const ones = (endorsements: number) => ({ handle: 'ada', skills: [{ id: 'one', endorsements }] });

async function views(table: string): Promise<{ policy: string; body: unknown }[]> {
  return (await d.t.run((ctx) => ctx.db.query(table as 'profileViews').collect())) as never;
}

/** The view tables in which a call changes something. */
async function rewrittenBy(call: () => Promise<unknown>): Promise<string[]> {
  const tables = ['profileViews', 'endorsementViews'];
  const before = await Promise.all(tables.map(async (table) => JSON.stringify(await views(table))));
  await call();
  const after = await Promise.all(tables.map(async (table) => JSON.stringify(await views(table))));
  return tables.filter((_, index) => before[index] !== after[index]);
}

function update(changes: Record<string, unknown>): Promise<unknown> {
  const expected = Object.fromEntries(Object.keys(changes).map((section) => [section, 1]));
  return ada.mutation(api.profile.update, { changes, expected, idempotencyKey: key() } as never);
}

function choose(changes: Record<string, string>): Promise<unknown> {
  return ada.mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() } as never);
}

const setStatus = (status: 'active' | 'suspended') =>
  d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status });

describe('a write to one domain rewrites no view of the other', () => {
  test.each(['endorsementViews', 'profileViews'])('only %s', async (table) => {
    const call =
      table === 'profileViews' ? () => update({ identity: { headline: 'New headline' } }) : () => endorsed('one');
    expect(await rewrittenBy(call)).toEqual([table]);
  });

  test('nor loads its rows', async () => {
    const load = vi.spyOn(endorsementViews, 'load');
    await update({ identity: { headline: 'New headline' } });
    expect(load).not.toHaveBeenCalled();
    load.mockRestore();
  });
});

describe('a change of status, role or settings reaches the views of both', () => {
  test('a setting', async () => {
    expect(await seenBy('public')).toEqual(ones(1));
    expect(await rewrittenBy(() => choose({ skills: 'platform' }))).toEqual(['profileViews', 'endorsementViews']);
    expect([await seenBy('public'), await seenBy('platform')]).toEqual([{ handle: 'ada' }, ones(1)]);
  });

  test('the setting of the whole profile', async () => {
    await choose({ profile: 'owner' });
    expect([await seenBy('public'), await seenBy('platform')]).toEqual([null, null]);
  });

  test('a setting that governs no field of a domain leaves its views alone', async () => {
    await update({ about: { text: 'About' } });
    expect(await rewrittenBy(() => choose({ about: 'owner' }))).toEqual(['profileViews']);
  });

  test('the role', async () => {
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'admin' });
    expect([await seenBy('public'), await seenBy('platform')]).toEqual([null, { handle: 'ada' }]);
  });

  test('another handle: the views move, and the former handle leads to them as long as they are seen', async () => {
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    const moved = { ...ones(1), handle: 'countess' };
    const under = (handle: string) => d.t.run((ctx) => endorsementsOf(ctx, handle, 'public'));
    expect([await under('ada'), await under('countess')]).toEqual([moved, moved]);
    await endorsed('one', 'countess');
    expect(await under('ada')).toEqual({ ...ones(2), handle: 'countess' });
    await choose({ profile: 'owner' });
    expect([await under('ada'), await under('countess')]).toEqual([null, null]);
  });

  test('suspension and restoring', async () => {
    await setStatus('suspended');
    expect([await views('profileViews'), await views('endorsementViews')]).toEqual([[], []]);
    await setStatus('active');
    expect([await seenBy('public'), await seenBy('platform')]).toEqual([ones(1), ones(1)]);
  });

  test('a write while the account is suspended makes no view', async () => {
    await setStatus('suspended');
    await endorsed('one');
    expect(await views('endorsementViews')).toEqual([]);
    await setStatus('active');
    expect(await seenBy('public')).toEqual(ones(2));
  });
});

describe("a policy is a domain's own", () => {
  /** The default of mentors as another version of the code would have it. */
  function changeDefault(row: 'about' | 'skills' | 'profile'): void {
    const { defaults } = privacyMatrix[row] as { defaults: Record<string, string> };
    const before = defaults.mentor!;
    defaults.mentor = 'owner';
    restore = () => Object.assign(defaults, { mentor: before });
  }
  const policies = () => Promise.all([policyHash(profileViews), policyHash(endorsementViews)]);

  test.each([
    ['about', [true, false]],
    ['skills', [true, true]],
    ['profile', [true, true]],
  ] as const)('the row %s is part of the policies that it governs', async (row, changed) => {
    const before = await policies();
    changeDefault(row);
    expect((await policies()).map((hash, index) => hash !== before[index])).toEqual(changed);
  });

  test('so are the number of the projection and the form of the view', async () => {
    const hashes = await Promise.all([
      policyHash(endorsementViews),
      policyHash({ ...endorsementViews, projection: 2 }),
      policyHash(defineReadModel({ ...endorsementViews, shape: profileViews.shape as never })),
    ]);
    expect(new Set(hashes).size).toBe(3);
  });

  test('a change of it makes the views of that domain again, and no others', async () => {
    await update({ about: { text: 'About' } });
    changeDefault('about');
    expect(await rewrittenBy(() => d.t.mutation(internal.privacy.views.refresh, {}))).toEqual(['profileViews']);
  });

  test('and views that it hides are not served before that', async () => {
    changeDefault('skills');
    expect([await seenBy('public'), await seenBy('platform')]).toEqual([{ handle: 'ada' }, { handle: 'ada' }]);
  });
});

test('the job goes through the views of every domain, eight people a transaction, and remembers where it was', async () => {
  vi.useFakeTimers();
  try {
    for (let count = 0; count < 12; count += 1) {
      await person(d, `person-${count}`, { role: 'mentor' });
      await d.t.run((ctx) => endorse(ctx, `person-${count}`, 'one'));
    }
    await d.t.run(async (ctx) => {
      for (const table of ['profileViews', 'endorsementViews'] as 'profileViews'[])
        for (const { _id } of await ctx.db.query(table).collect()) await ctx.db.patch(table, _id, { policy: 'older' });
    });
    const stale = async () =>
      Promise.all(
        ['profileViews', 'endorsementViews'].map(
          async (table) => (await views(table)).filter(({ policy }) => policy === 'older').length,
        ),
      );
    const run = () => d.t.mutation(internal.privacy.views.refresh, { began: 0 });
    const left = [await stale()];
    for (let runs = 0; runs < 5; runs += 1) {
      await run();
      left.push(await stale());
    }
    expect(left).toEqual([
      [26, 26],
      [10, 26],
      [0, 26],
      [0, 10],
      [0, 0],
      [0, 0],
    ]);
  } finally {
    vi.useRealTimers();
  }
});
