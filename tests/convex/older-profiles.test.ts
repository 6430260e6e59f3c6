/**
 * Profiles stored before a rule existed: they are read and changed as before, and only newly written parts must follow
 * it.
 */
import { type ProfileV1, type Snapshot, sectionNames, upcastProfile } from '@gigsy/schema';
import { describe, expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { deployment, key, person, refusalOf } from './deployment.ts';

/** Sections that version 1 did not have. */
const NEW: ReadonlySet<string> = new Set([
  'organisation',
  'mentoring',
  'certificates',
  'awards',
  'publications',
  'volunteering',
]);

async function olderProfile() {
  const d = deployment();
  const ada = await person(d, 'ada', {
    role: 'mentor',
    sections: { skills: [{ name: 'A' }], workExperience: [{ organisation: 'Works', startDate: '2019' }] },
  });
  await d.t.run(async (ctx) => {
    const row = (await ctx.db.query('profiles').collect())[0]!;
    const identity = {
      displayName: '\u3164',
      headline: `Z${'\u0301'.repeat(40)}`,
      location: { city: 'Graz', countryCode: 'ZZ' },
    };
    await ctx.db.patch('profiles', row._id, { identity });
    const { profile } = (await ctx.db.get('users', row.userId))!;
    const older = { ...profile!, sections: { ...profile!.sections, identity } };
    await ctx.db.patch('users', row.userId, { profile: older, hashes: await hashesOf(upcastProfile(older)) });
  });
  const update = (changes: object, section: 'identity' | 'about') =>
    ada.mutation(api.profile.update, { changes, expected: { [section]: 1 }, idempotencyKey: key() });
  return { ada, update };
}

test('are read whole, and can be changed in one field, with any content in the others', async () => {
  const { ada, update } = await olderProfile();
  expect((await ada.query(api.profile.mine, {}))!.sections.identity.location).toEqual({
    city: 'Graz',
    countryCode: 'ZZ',
  });
  await update({ about: { text: 'Hello' } }, 'about');
  await update({ identity: { pronouns: 'she/her' } }, 'identity');
  const { identity, workExperience } = (await ada.query(api.profile.mine, {}))!.sections;
  expect(identity).toMatchObject({ displayName: '\u3164', pronouns: 'she/her', location: { countryCode: 'ZZ' } });
  expect(workExperience[0]).not.toHaveProperty('endStatus');
  expect(await ada.query(api.profile.get, { handle: 'ada' })).toMatchObject({
    identity: { location: { countryCode: 'ZZ' } },
    about: { text: 'Hello' },
  });
});

test.each([
  [{ displayName: '\u200b\u2800' }, 'displayName', 'must not be empty'],
  [{ headline: `Z${'\u0301'.repeat(6)}` }, 'headline', 'must not have more than 5 marks on one letter'],
  [
    { location: { countryCode: 'EU' } },
    'location.countryCode',
    'must be the two-letter code of a country that exists, such as AT',
  ],
])('%j is not written anew', async (identity, field, message) => {
  const { update } = await olderProfile();
  expect(await refusalOf(update({ identity }, 'identity'))).toMatchObject({
    code: 'invalid_argument',
    fields: [{ path: `changes.identity.${field}`, message }],
  });
});

test('the three ends of a period are kept and shown', async () => {
  const d = deployment();
  const ends = [
    { endStatus: 'ongoing' },
    { endStatus: 'open' },
    { endStatus: 'unknown' },
    { endDate: '2021' },
  ] as const;
  const ada = await person(d, 'ada', {
    role: 'mentor',
    sections: { workExperience: ends.map((end) => ({ organisation: 'Works', startDate: '2019', ...end })) },
  });
  expect((await ada.query(api.profile.get, { handle: 'ada' }))!.workExperience).toMatchObject(ends);
});

describe('a profile that was stored before there were versions of the form', () => {
  async function storedInVersion1() {
    const d = deployment();
    const ada = await person(d, 'ada', { role: 'mentor', sections: { skills: [{ id: 'a', name: 'Rust' }] } });
    await d.t.run(async (ctx) => {
      const row = (await ctx.db.query('profiles').collect())[0]!;
      const versions = Object.fromEntries(Object.entries(row.versions).filter(([name]) => !NEW.has(name)));
      await ctx.db.patch('profiles', row._id, { organisation: undefined, mentoring: undefined, versions });
      const user = (await ctx.db.query('users').collect())[0]!;
      const { schemaVersion: _, sections, ...profile } = user.profile as Snapshot;
      const older = Object.fromEntries(Object.entries(sections).filter(([name]) => !NEW.has(name)));
      const snapshot = { ...profile, versions, sections: older } as unknown as ProfileV1;
      await ctx.db.patch('users', user._id, { profile: snapshot, hashes: await hashesOf(upcastProfile(snapshot)) });
    });
    return { d, ada };
  }

  test('is read with the later sections empty, at the version of a new profile', async () => {
    const { ada } = await storedInVersion1();
    const mine = (await ada.query(api.profile.mine, {}))!;
    expect(mine.sections).toMatchObject({ skills: [{ id: 'a', name: 'Rust' }], certificates: [], mentoring: {} });
    expect(mine.versions).toEqual(Object.fromEntries([...sectionNames, 'settings'].map((name) => [name, 1])));
  });

  test('is written in the form of today by the next change, from the snapshot of then', async () => {
    const { d, ada } = await storedInVersion1();
    const { versions } = await ada.mutation(api.profile.update, {
      changes: { certificates: [{ name: 'Rigging' }], mentoring: { capacity: 2 } },
      expected: { certificates: 1, mentoring: 1 },
      idempotencyKey: key(),
    });
    expect(versions).toMatchObject({ certificates: 2, mentoring: 2, skills: 1 });
    const { row, user } = await d.t.run(async (ctx) => ({
      row: (await ctx.db.query('profiles').collect())[0]!,
      user: (await ctx.db.query('users').collect())[0]!,
    }));
    expect(row).toMatchObject({ mentoring: { capacity: 2 }, versions });
    expect(user.profile).toMatchObject({ schemaVersion: 2, versions });
    expect(upcastProfile(user.profile)).toEqual(await ada.query(api.profile.mine, {}));
  });

  test('is projected as before', async () => {
    const { d } = await storedInVersion1();
    const view = await d.t.query(api.profile.get, { handle: 'ada' });
    expect(view).toMatchObject({ skills: [{ id: 'a', name: 'Rust' }] });
    expect(view).not.toHaveProperty('certificates');
  });
});
