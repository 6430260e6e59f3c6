/** Profiles stored in an older version: how they are read, how a change writes them anew, and the migration of all. */
import { type ProfileV0, type ProfileV1, type Role, type Snapshot, sectionNames, upcastProfile } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { deployment, key, person, type Deployment } from './deployment.ts';

/** Sections that version 1 did not have. */
const NEW: ReadonlySet<string> = new Set([
  'organisation',
  'mentoring',
  'certificates',
  'awards',
  'publications',
  'volunteering',
]);

const without = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([name]) => !NEW.has(name)));

/** Takes the profile under `handle` back to version 1. */
function asVersion1({ t }: Deployment, handle: string) {
  return t.run(async (ctx) => {
    const row = (await ctx.db.query('profiles').collect()).find((each) => each.handle === handle)!;
    await ctx.db.patch('profiles', row._id, {
      organisation: undefined,
      mentoring: undefined,
      versions: without(row.versions),
    });
    for (const held of await ctx.db.query('profileHandles').collect())
      if (held.profileId === row._id) await ctx.db.delete('profileHandles', held._id);
    const { schemaVersion: _, ...profile } = (await ctx.db.get('users', row.userId))!.profile as Snapshot;
    const older = {
      ...profile,
      versions: without(profile.versions),
      sections: without(profile.sections),
    } as unknown as ProfileV1;
    await ctx.db.patch('users', row.userId, { profile: older, hashes: await hashesOf(upcastProfile(older)) });
  });
}

/** A person of the first platform. */
function legacy({ t }: Deployment, subject: string, profile: ProfileV0, role: Role = 'student') {
  return t.run(async (ctx) => {
    const accountId = await ctx.db.insert('accounts', { provider: 'clerk', subject, role, status: 'active' });
    return ctx.db.insert('users', { accountId, profile });
  });
}

const everything = (d: Deployment) =>
  d.t.run(async (ctx) => ({
    profiles: await ctx.db.query('profiles').collect(),
    users: await ctx.db.query('users').collect(),
    skills: await ctx.db.query('profileSkills').collect(),
    views: await ctx.db.query('profileViews').collect(),
    events: (await ctx.db.query('events').collect()).map(({ type }) => type),
  }));

const versionsAtFirst = Object.fromEntries([...sectionNames, 'settings'].map((name) => [name, 1]));

let d: Deployment;
beforeEach(() => {
  vi.useFakeTimers();
  d = deployment();
});
afterEach(() => vi.useRealTimers());

async function migrate() {
  await d.t.mutation(internal.profile.migrations.storeAnew, {});
  await d.t.finishAllScheduledFunctions(vi.runAllTimers);
}

describe('version 1', () => {
  test('is read with the later sections empty, at the version of a new profile', async () => {
    const ada = await person(d, 'ada', { role: 'mentor', sections: { skills: [{ id: 'a', name: 'Rust' }] } });
    await asVersion1(d, 'ada');
    const mine = (await ada.query(api.profile.mine, {}))!;
    expect(mine.sections).toMatchObject({ skills: [{ id: 'a', name: 'Rust' }], certificates: [], mentoring: {} });
    expect(mine.versions).toEqual(versionsAtFirst);
    const view = await d.t.query(api.profile.get, { handle: 'ada' });
    expect(view).toMatchObject({ skills: [{ id: 'a', name: 'Rust' }] });
    expect(view).not.toHaveProperty('certificates');
  });

  test('is written anew by the next change', async () => {
    const ada = await person(d, 'ada', { role: 'mentor' });
    await asVersion1(d, 'ada');
    const { versions } = await ada.mutation(api.profile.update, {
      changes: { certificates: [{ name: 'Rigging' }], mentoring: { capacity: 2 } },
      expected: { certificates: 1, mentoring: 1 },
      idempotencyKey: key(),
    });
    expect(versions).toMatchObject({ certificates: 2, mentoring: 2, skills: 1 });
    const { profiles, users } = await everything(d);
    expect(profiles).toMatchObject([{ mentoring: { capacity: 2 }, versions }]);
    expect(users).toMatchObject([{ profile: { schemaVersion: 2, versions } }]);
    expect(upcastProfile(users[0]!.profile)).toEqual(await ada.query(api.profile.mine, {}));
  });

  test('gives a write its lists without a read of their rows', async () => {
    const skills = Array.from({ length: 200 }, (_, i) => ({ name: `Skill ${i}` }));
    const ada = await person(d, 'ada', { role: 'mentor', sections: { skills } });
    await asVersion1(d, 'ada');
    const { documentsRead } = await ada.mutation(async (ctx) => {
      const { profileSource } = await import('../../convex/model/profile/source.js');
      await profileSource(ctx as never, 'ada');
      return ctx.meta.getTransactionMetrics();
    });
    expect(documentsRead.used).toBeLessThanOrEqual(5);
  });

  test('is written anew by the migration, in pages, from the rows and without a trace elsewhere', async () => {
    const handles = Array.from({ length: 12 }, (_, i) => `person-${i}`);
    for (const handle of handles) {
      await person(d, handle, { sections: { skills: [{ id: 'a', name: handle }] } });
      await asVersion1(d, handle);
    }
    const before = await everything(d);
    await migrate();
    const after = await everything(d);
    expect(after.users.map(({ profile }) => 'schemaVersion' in profile!)).toEqual(handles.map(() => true));
    for (const { profile, hashes } of after.users) expect(hashes).toEqual(await hashesOf(upcastProfile(profile)));
    expect(after.profiles).toMatchObject(handles.map(() => ({ organisation: {}, versions: versionsAtFirst })));
    const held = await d.t.run((ctx) => ctx.db.query('profileHandles').collect());
    expect(held.map(({ handle, state }) => [handle, state])).toEqual(handles.map((handle) => [handle, 'current']));
    expect([after.views, after.events, after.skills]).toEqual([before.views, before.events, before.skills]);
  });
});

describe('version 0', () => {
  const mara: ProfileV0 = {
    name: 'Mára Ünal',
    headline: 'Bridges',
    bio: 'I measure spans.\nAnd rivers.',
    skills: ['Surveying', '', 'Statics'],
    education: [{ school: 'TU Graz', degree: 'MSc', year: 2015 }],
    experience: [
      { company: 'Amt für Brücken', title: 'Surveyor', from: 'July 2015', to: 'Present', description: 'Spans.' },
      { title: 'Nothing else' },
    ],
    languages: ['German'],
    website: 'mara.example.com',
    location: 'Graz, Styria, Austria',
  };

  test('is spread into the tables, under a handle made of the name, for its owner alone', async () => {
    const user = await legacy(d, 'user_mara', mara, 'mentor');
    await migrate();
    const caller = d.as('user_mara');
    const mine = (await caller.query(api.profile.mine, {}))!;
    expect(mine).toMatchObject({ handle: 'mara-unal', role: 'mentor', versions: versionsAtFirst });
    expect(mine.sections).toMatchObject({
      identity: {
        displayName: 'Mára Ünal',
        headline: 'Bridges',
        location: { city: 'Graz', region: 'Styria', countryCode: 'AT' },
      },
      about: { text: 'I measure spans.\nAnd rivers.' },
      contact: { website: 'https://mara.example.com' },
      skills: [{ name: 'Surveying' }, { name: 'Statics' }],
      education: [{ institution: 'TU Graz', studyType: 'MSc', endDate: '2015' }],
      workExperience: [
        { organisation: 'Amt für Brücken', startDate: '2015-07', endStatus: 'ongoing', summary: 'Spans.' },
        { organisation: 'Nothing else', position: 'Nothing else' },
      ],
      languages: [{ name: 'German' }],
    });
    expect(await d.t.query(api.profile.get, { handle: 'mara-unal' })).toBeNull();
    const { users, skills, views, events } = await everything(d);
    expect(users).toMatchObject([{ _id: user, profile: { schemaVersion: 2 } }]);
    expect(upcastProfile(users[0]!.profile)).toEqual(mine);
    expect(skills.map(({ name }) => name)).toEqual(['Surveying', 'Statics']);
    expect([views, events]).toEqual([[], ['profile.created']]);
  });

  test('can be changed and opened by its owner like any other', async () => {
    await legacy(d, 'user_mara', mara);
    await migrate();
    const caller = d.as('user_mara');
    await caller.mutation(api.privacy.update, { changes: { profile: null }, expected: 1, idempotencyKey: key() });
    await caller.mutation(api.profile.update, {
      changes: { about: { text: 'New' } },
      expected: { about: 1 },
      idempotencyKey: key(),
    });
    expect(await d.t.query(api.profile.get, { handle: 'mara-unal' })).toMatchObject({
      identity: { displayName: 'Mára Ünal' },
    });
  });

  test.each([
    ['Ada', 'ada'],
    ['admin', 'admin'],
    ['', 'person'],
    ['李小龍', 'person'],
    ['\u200b\u0000', 'person'],
    ['x', 'person'],
  ])('a handle that cannot be had gets some digits: %j', async (name, base) => {
    await person(d, 'ada');
    await legacy(d, 'user_other', { name });
    await migrate();
    const { handle, sections } = (await d.as('user_other').query(api.profile.mine, {}))!;
    expect(handle).toMatch(new RegExp(`^${base}-[0-9a-f]{8}$`));
    const isSeen = /^[\w\u674e]/.test(name);
    expect(sections.identity.displayName).toBe(isSeen ? name : handle);
  });

  test('stays as it is where the account has gone or has another profile, or where it is too large; the others go on', async () => {
    const gone = await legacy(d, 'user_gone', { name: 'Gone' });
    await person(d, 'ada');
    const long = Array.from({ length: 50 }, (_, i) => ({ company: `Firm ${i}`, description: '河'.repeat(2000) }));
    const large = await legacy(d, 'user_large', { name: 'Large', experience: long });
    const second = await d.t.run(async (ctx) => {
      await ctx.db.delete('accounts', (await ctx.db.get('users', gone))!.accountId);
      const ada = (await ctx.db.query('accounts').collect()).find(({ handle }) => handle === 'ada')!;
      return ctx.db.insert('users', { accountId: ada._id, profile: { name: 'Ada of before' } });
    });
    await legacy(d, 'user_mara', mara);
    const read = () => d.t.run((ctx) => Promise.all([gone, large, second].map((id) => ctx.db.get('users', id))));
    const before = await read();
    await migrate();
    expect(await read()).toEqual(before);
    expect((await everything(d)).profiles.map(({ handle }) => handle)).toEqual(['ada', 'mara-unal']);
  });

  test('a second run changes nothing', async () => {
    await legacy(d, 'user_mara', mara);
    await migrate();
    const before = await everything(d);
    await d.t.mutation(internal.profile.migrations.storeAnew, { reset: true });
    await d.t.finishAllScheduledFunctions(vi.runAllTimers);
    expect(await everything(d)).toEqual(before);
  });
});
