/**
 * Profiles stored before a rule existed: they are read and changed as before, and only newly written parts must follow
 * it.
 */
import { type Snapshot, upcastProfile } from '@gigsy/schema';
import { expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { deployment, key, person, refusalOf } from './deployment.ts';

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
    const profile = (await ctx.db.get('users', row.userId))!.profile as Snapshot;
    const older = { ...profile, sections: { ...profile.sections, identity } };
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
