/** The walks of reconciliation, the job that repairs, and the news of both. tests/local/alerts.test.ts sends alerts for real. */
import { type DriftPlace, type Snapshot, isPublicEvent, upcastProfile } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { key, person, refusalOf } from './deployment.ts';
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

test('the walk along the log finds what writes around the helper did to a profile that changed since', async () => {
  await w.walk('changed');
  await w.forge((ctx, { user }) => ctx.db.patch('users', user._id, withSkills(user, [])));
  await w.walk('changed');
  expect(await w.findings()).toEqual([]);
  const edit = { changes: { identity: { headline: 'New' } }, expected: { identity: 1 }, idempotencyKey: key() };
  await w.ada.mutation(api.profile.update, edit);
  await w.forge((ctx, { user }) => ctx.db.patch('users', user._id, withSkills(user, [])));
  await w.walk('changed');
  expect(await w.findings()).toEqual([['snapshot', ['skills']]]);
  const [changed, all] = (await w.status()).walks;
  expect([changed!.finished, all!.finished]).toEqual([
    { startedAt: expect.any(Number), finishedAt: expect.any(Number), checked: 1, found: 1 },
    null,
  ]);
});

test('a write does not hide a wrong hash of a section that it does not change', async () => {
  await w.forge((ctx, { user: { _id, hashes } }) =>
    ctx.db.patch('users', _id, { hashes: { ...hashes!, parts: { ...hashes!.parts, about: 'forged' } } }),
  );
  const edit = { changes: { skills: [{ name: 'Go' }] }, expected: { skills: 1 }, idempotencyKey: key() };
  await w.ada.mutation(api.profile.update, edit);
  await w.walk('changed');
  expect(await w.findings()).toEqual([['hash', ['about']]]);
});

test('rows and views of a profile that is gone are found by the daily walk, and repaired by their removal', async () => {
  await w.forge(async (ctx, { profile, user }) => {
    await ctx.db.delete('profiles', profile._id);
    await ctx.db.delete('users', user._id);
  });
  await w.walk('all');
  expect(new Set(await w.findings())).toEqual(
    new Set([
      ['view', ['portfolioViews.stray', 'stray', 'trustEndorsementViews.stray', 'trustViews.stray']],
      ['rows', ['handles', 'languages', 'skills']],
    ]),
  );
  await w.repair();
  expect(await w.findings()).toEqual([]);
  const left = await w.d.t.run(async (ctx) => [
    ...(await ctx.db.query('profileSkills').collect()),
    ...(await ctx.db.query('profileViews').collect()).filter(({ handle }) => handle === 'ada'),
  ]);
  expect(left).toEqual([]);
});

test('a profile that an older version stored is no drift, and gets its hashes and the record of its handle from the walk', async () => {
  await w.forge(async (ctx, { profile, user }) => {
    const { schemaVersion, sections, versions, ...rest } = user.profile as Snapshot;
    const older = ['certificates', 'awards', 'publications', 'volunteering', 'organisation', 'mentoring'];
    const only = (of: object) => Object.fromEntries(Object.entries(of).filter(([name]) => !older.includes(name)));
    const { _id, _creationTime, organisation, mentoring, ...row } = profile;
    await ctx.db.replace('users', user._id, {
      accountId: user.accountId,
      profile: { ...rest, sections: only(sections), versions: only(versions) } as never,
      profileHash: 'of the whole',
    });
    await ctx.db.replace('profiles', _id, { ...row, versions: only(profile.versions) as never });
    const records = await ctx.db.query('profileHandles').collect();
    await ctx.db.delete('profileHandles', records.find(({ profileId }) => profileId === _id)!._id);
  });
  await w.walk('all');
  expect(await w.findings()).toEqual([]);
  const held = await w.d.t.run(async (ctx) => ctx.db.query('profileHandles').collect());
  expect(held).toContainEqual(expect.objectContaining({ handle: 'ada', skeleton: 'ada', state: 'current' }));
  const edit = { changes: { about: { text: 'New' } }, expected: { about: 1 }, idempotencyKey: key() };
  await w.ada.mutation(api.profile.update, edit);
  await w.walk('all');
  expect(await w.findings()).toEqual([]);
  const user = await w.d.t.run(async (ctx) => (await ctx.db.query('users').first())!);
  expect([user.profileHash, user.hashes]).toEqual([undefined, await hashesOf(upcastProfile(user.profile))]);
});

test('a repair gives what readers may have seen otherwise a new version and an event, and leaves an audit row', async () => {
  const before = (await w.ada.query(api.profile.mine, {}))!.versions;
  await w.forge((ctx, { user }) => ctx.db.patch('users', user._id, withSkills(user, [])));
  await w.walk('all');
  const { profile } = (await w.status()).findings[0]!;
  expect(await w.repair(profile)).toEqual({ open: 1 });
  const { versions } = (await w.ada.query(api.profile.mine, {}))!;
  expect(versions).toEqual({ ...before, skills: before.skills + 1 });
  const { events } = await w.d.t.query(internal.events.log.page, { count: 100 });
  expect(events.filter(({ type }) => !isPublicEvent(type)).at(-1)).toMatchObject({
    type: 'profile.updated',
    subject: { id: profile },
    data: { sections: ['skills'] },
  });
  const rows = await w.d.t.run((ctx) => ctx.db.query('auditLog').collect());
  expect(rows.filter(({ action }) => action === 'profile.drift.repair')).toMatchObject([
    { actor: expect.any(String), subject: { kind: 'account' }, changed: ['drift'] },
    { actor: null, subject: { kind: 'profile', id: profile }, changed: ['skills'] },
  ]);
});

test('a repair where nothing is open changes no profile, and one of a profile without findings is refused', async () => {
  expect(await w.repair()).toEqual({ open: 0 });
  const { _id } = await w.d.t.run(async (ctx) => (await ctx.db.query('profiles').first())!);
  const asked = w.admin.mutation(api.profile.drift.repair, { profile: _id, idempotencyKey: key() });
  expect((await refusalOf(asked)).code).toBe('not_found');
  const rows = await w.d.t.run((ctx) => ctx.db.query('auditLog').collect());
  const asks = rows.filter(({ action }) => action === 'profile.drift.repair');
  expect(asks.map(({ changed, refused }) => [changed, refused])).toEqual([
    [['drift'], undefined],
    [[], 'not_found'],
  ]);
});

test('a list over its bound is found, and left to a person', async () => {
  await w.forge(async (ctx, { profile }) => {
    for (let order = 1; order <= 30; order += 1)
      await ctx.db.insert('profileLanguages', { profileId: profile._id, id: `n${order}`, name: 'Urdu', order });
  });
  await w.walk('all');
  expect(await w.findings()).toContainEqual(['rows', ['languages']]);
  await w.repair();
  expect(await w.findings()).toEqual([['rows', ['languages']]]);
});

test('an open finding about a profile that has been erased meanwhile is closed by the daily walk', async () => {
  await w.forge((ctx, { user }) => ctx.db.patch('users', user._id, withSkills(user, [])));
  await w.walk('all');
  expect(await w.findings()).toEqual([['snapshot', ['skills']]]);
  await w.forge(async (ctx, { profile, user }) => {
    for (const table of [
      'profileSkills',
      'profileLanguages',
      'profileViews',
      'portfolioViews',
      'trustViews',
      'trustEndorsementViews',
      'profileHandles',
    ] as const)
      for (const row of await ctx.db.query(table).collect())
        if (row.profileId === profile._id) await ctx.db.delete(table, row._id);
    await ctx.db.delete('profiles', profile._id);
    await ctx.db.delete('users', user._id);
  });
  await w.walk('all');
  expect(await w.findings()).toEqual([]);
});

test('a profile whose erasure is under way is no drift, but a view of it is', async () => {
  await w.forge(async (ctx, { profile, user }) => {
    await ctx.db.patch('accounts', profile.accountId, { status: 'deleted' });
    for (const table of [
      'profileSkills',
      'profileHandles',
      'profileViews',
      'portfolioViews',
      'trustViews',
      'trustEndorsementViews',
    ] as const)
      for (const row of await ctx.db.query(table).collect())
        if (row.profileId === profile._id) await ctx.db.delete(table, row._id);
    await ctx.db.delete('users', user._id);
  });
  await w.walk('all');
  expect(await w.findings()).toEqual([]);
  await w.forge(async (ctx, { profile: { _id } }) => {
    const { _id: _, _creationTime, ...view } = (await ctx.db.query('profileViews').first())!;
    await ctx.db.insert('profileViews', { ...view, profileId: _id, handle: 'ada' });
  });
  await w.walk('all');
  expect(await w.findings()).toEqual([['view', ['public']]]);
});

describe('the walk', () => {
  test('goes through more profiles than a page holds, and each once', async () => {
    for (let n = 0; n < 60; n += 1) await person(w.d, `many-${n}`);
    await w.walk('all');
    await w.walk('changed');
    for (const { finished } of (await w.status()).walks) expect(finished).toMatchObject({ checked: 62, found: 0 });
    await w.walk('changed');
    expect((await w.status()).walks[0]!.finished).toMatchObject({ checked: 0 });
  });

  test('takes few enough of the largest profiles into a transaction', async () => {
    const text = 'x'.repeat(2_000);
    const workExperience = Array.from({ length: 50 }, () => ({
      organisation: 'Works',
      summary: text,
      highlights: Array.from({ length: 5 }, () => text.slice(0, 500)),
    }));
    for (let n = 0; n < 24; n += 1) await person(w.d, `large-${n}`, { role: 'mentor', sections: { workExperience } });
    await w.walk('all');
    expect((await w.status()).walks[1]!.finished).toMatchObject({ checked: 26, found: 0 });
  });

  test('goes on where it stood when its chain was lost, and an older chain ends', async () => {
    for (let n = 0; n < 60; n += 1) await person(w.d, `many-${n}`);
    await w.d.t.mutation(internal.profile.reconciliation.start, { walk: 'all' });
    // Two pages, and then the chain is lost.
    for (let n = 0; n < 2; n += 1)
      await w.d.t.mutation(internal.profile.reconciliation.page, { walk: 'all', chain: 1 });
    await w.d.t.run(async (ctx) => {
      for (const job of await ctx.db.system.query('_scheduled_functions').collect())
        await ctx.scheduler.cancel(job._id);
    });
    const middle = (await w.status()).walks[1]!;
    expect([middle.startedAt !== null, middle.checked]).toEqual([true, 25]);
    await w.d.t.mutation(internal.profile.reconciliation.start, { walk: 'all' });
    await w.d.t.mutation(internal.profile.reconciliation.page, { walk: 'all', chain: 1 });
    expect((await w.status()).walks[1]!.checked).toBe(25);
    await w.settled();
    expect((await w.status()).walks[1]!.finished).toMatchObject({ startedAt: middle.startedAt, checked: 62 });
  });
});

describe('news of drift', () => {
  const alertOf = (where: DriftPlace) => w.d.t.query(internal.profile.reconciliation.waiting, { where });

  test('are lines in the log and counts, without content', async () => {
    await w.forge((ctx, { user }) => ctx.db.patch('users', user._id, withSkills(user, [])));
    await w.walk('all');
    await w.walk('all');
    await w.repair();
    const line = { value: 1, profileId: expect.any(String), where: 'snapshot', sections: ['skills'] };
    expect(w.log).toEqual([
      { event: 'drift.found', metric: 'gigsy_drift_found_total', ...line },
      { event: 'drift.repaired', metric: 'gigsy_drift_repaired_total', ...line },
    ]);
    const snapshot = { where: 'snapshot', open: 0, found: 1, repaired: 1, alert: 'sending' };
    expect((await w.status()).places).toContainEqual(snapshot);
  });

  test('are one incident a place in the form of PagerDuty, which a repair resolves', async () => {
    for (const name of ['cyd', 'dee']) await person(w.d, name, { sections: { skills: [{ name: 'Glass' }] } });
    await w.d.t.run(async (ctx) => {
      for (const user of await ctx.db.query('users').collect())
        if ((user.profile as Snapshot).handle !== 'ben') await ctx.db.patch('users', user._id, withSkills(user, []));
    });
    await w.walk('all');
    const dedup = 'gigsy/profile.drift/example.convex.cloud/snapshot';
    expect(await alertOf('snapshot')).toEqual({
      revision: 3,
      event: {
        event_action: 'trigger',
        dedup_key: dedup,
        client: 'Gigsy',
        payload: {
          summary: 'Drift: the snapshot of 3 profiles differ from the other copies',
          source: 'example.convex.cloud',
          severity: 'critical',
          timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
          component: 'profile',
          group: 'gigsy',
          class: 'drift',
          custom_details: { where: 'snapshot', open: 3, sections: ['skills'], profiles: expect.any(Array) },
        },
      },
    });
    expect(await alertOf('rows')).toBeNull();
    const [first] = (await w.status()).findings;
    await w.repair(first!.profile);
    expect(await alertOf('snapshot')).toMatchObject({ revision: 3, event: { event_action: 'trigger' } });
    await w.repair();
    expect(await alertOf('snapshot')).toEqual({ revision: 4, event: { event_action: 'resolve', dedup_key: dedup } });
    await w.d.t.mutation(internal.profile.reconciliation.sent, { where: 'snapshot', revision: 4 });
    expect(await alertOf('snapshot')).toBeNull();
  });
});
