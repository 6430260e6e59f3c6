/** Stored profiles of every version, read as of today. */
import {
  type ProfileV0,
  type ProfileV1,
  SCHEMA_VERSION,
  emptySections,
  profileV0Schema,
  sectionsSchema,
  snapshotOf,
  snapshotSchema,
  upcastProfile,
  versionsOfNew,
} from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const owner = { handle: 'ada', role: 'student' } as const;

/** As it was stored on the last day of version 1; a copy of a row, and not to be changed. */
const version1: ProfileV1 = {
  handle: 'ada',
  role: 'mentor',
  sections: {
    identity: { displayName: '\u3164', location: { city: 'Graz', countryCode: 'ZZ' } },
    about: { text: 'Hello' },
    contact: { email: 'ada@example.org' },
    availability: { status: 'open', hoursPerWeek: 12 },
    skills: [{ id: 'a', name: 'Rust', level: 4, years: 2.5, keywords: ['Tokio'] }],
    education: [{ id: 'b', institution: 'TU', score: '1.0', startDate: '2019' }],
    workExperience: [{ id: 'c', organisation: 'Works', highlights: ['x'], endStatus: 'open' }],
    projects: [{ id: 'd', name: 'Bridge', roles: ['Lead'] }],
    languages: [{ id: 'e', name: 'German', fluency: 'Native' }],
    links: [{ id: 'f', label: 'Web', url: 'https://example.org' }],
  },
  settings: { 'identity.headline': 'owner', about: 'public' },
  versions: {
    identity: 3,
    about: 1,
    contact: 1,
    availability: 1,
    skills: 7,
    education: 1,
    workExperience: 1,
    projects: 1,
    languages: 1,
    links: 1,
    settings: 2,
  },
};

describe('version 2', () => {
  const profile = { ...owner, sections: emptySections('Ada'), settings: {}, versions: versionsOfNew() };

  test('is stored with its number, and read without it', () => {
    const stored = snapshotOf(profile);
    expect(snapshotSchema.parse(stored)).toEqual({ ...profile, schemaVersion: 2 });
    expect(upcastProfile(stored)).toEqual(profile);
  });

  test.each([
    ['a version from the future', { ...snapshotOf(profile), schemaVersion: 3 }],
    ['no number as the version', { ...snapshotOf(profile), schemaVersion: undefined }],
    ['sections missing', { ...snapshotOf(profile), sections: { identity: { displayName: 'Ada' } } }],
    ['a list that is not one', { ...snapshotOf(profile), sections: { ...profile.sections, skills: {} } }],
    ['no versions', { ...snapshotOf(profile), versions: null }],
    ['nothing else', { schemaVersion: 2 }],
  ])('with %s is refused', (_, stored) => {
    expect(() => upcastProfile(stored, owner)).toThrow(TypeError);
  });
});

describe('version 1', () => {
  test('keeps every value, and gets the later sections and their versions', () => {
    const { versions, sections, ...rest } = upcastProfile(version1);
    expect(rest).toEqual({ handle: 'ada', role: 'mentor', settings: version1.settings });
    expect(sections).toEqual({ ...emptySections(''), ...version1.sections });
    expect(versions).toEqual({ ...versionsOfNew(), ...version1.versions });
  });

  test('is not changed by the reading', () => {
    const before = structuredClone(version1);
    upcastProfile(version1);
    expect(version1).toEqual(before);
  });

  test('can be stored as version 2 and read again', () => {
    const read = upcastProfile(version1);
    expect(upcastProfile(snapshotOf(read))).toEqual(read);
  });
});

describe('version 0', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.constant(''),
  );
  const record = <T>(fields: Record<string, fc.Arbitrary<T>>) => fc.record(fields, { requiredKeys: [] });
  const anyProfile: fc.Arbitrary<ProfileV0> = record<unknown>({
    name: text,
    headline: text,
    bio: fc.oneof(text, fc.constant('long '.repeat(2000))),
    skills: fc.array(text, { maxLength: 8 }),
    education: fc.array(record<unknown>({ school: text, degree: text, year: fc.oneof(text, fc.double()) })),
    experience: fc.array(record({ company: text, title: text, from: text, to: text, description: text })),
    languages: fc.array(text),
    website: text,
    location: text,
  }) as fc.Arbitrary<ProfileV0>;

  test('with texts of any kind is read as sections that keep to the contract, the same each time', () => {
    fc.assert(
      fc.property(anyProfile, (stored) => {
        // A database may hold numbers that JSON does not have. They are read too.
        const isJson = (stored.education ?? []).every(({ year }) => typeof year !== 'number' || Number.isFinite(year));
        expect(profileV0Schema.safeParse(stored).success).toBe(isJson);
        const read = upcastProfile(stored, owner);
        expect(sectionsSchema.safeParse(read.sections).error).toBeUndefined();
        expect(read).toMatchObject({ ...owner, settings: { profile: 'owner' }, versions: versionsOfNew() });
        expect(upcastProfile(stored, owner)).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string | undefined, object]>([
    ['Graz', { city: 'Graz' }],
    ['Graz, Austria', { city: 'Graz', countryCode: 'AT' }],
    ['Graz, Styria, Österreich', { city: 'Graz', region: 'Styria', countryCode: 'AT' }],
    ['Graz, somewhere', { city: 'Graz, somewhere' }],
    ['Austria', { city: 'Austria' }],
  ])('the place %j', (location, expected) => {
    expect(upcastProfile({ location }, owner).sections.identity.location).toEqual(expected);
  });

  test('needs its owner', () => {
    expect(() => upcastProfile({ name: 'Ada' })).toThrow(/owner/);
  });
});

test.each([null, undefined, 7, 'text', [], [version1], { name: 7 }, { ...version1, more: 1 }, { unknown: 'x' }])(
  'anything else is refused, and its content stays out of the message: %j',
  (stored) => {
    expect(() => upcastProfile(stored, owner)).toThrow(
      new TypeError('This is not a stored profile of a known version.'),
    );
  },
);

test('the number of the version is the one that this test is about', () => {
  expect(SCHEMA_VERSION).toBe(2);
});
