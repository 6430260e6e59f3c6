/** JSON Resume documents: the standard's sample, documents for an existing profile, and documents that are refused. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { applyChanges, changesFromJsonResume, emptySections, fromJsonResume } from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imported } from './imported.ts';

const sample: unknown = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@jsonresume/schema/sample.resume.json'), 'utf8'),
);

test("the schema's own sample becomes a profile, and fields without a place are named", () => {
  const { sections, notes } = imported(sample);
  expect(sections.identity).toMatchObject({
    displayName: 'Richard Hendriks',
    headline: 'Programmer',
    location: { city: 'San Francisco', countryCode: 'US' },
  });
  expect(sections.workExperience![0]).toMatchObject({ organisation: 'Pied Piper', startDate: '2013-12-01' });
  expect(sections.education![0]).toMatchObject({ score: '4.0' });
  expect(sections.skills!.map(({ name, level }) => [name, level])).toEqual([
    ['Web Development', 5],
    ['Compression', 5],
  ]);
  expect(sections.volunteering).toMatchObject([{ organisation: 'CoderDojo', position: 'Teacher' }]);
  expect(sections.awards).toMatchObject([{ title: 'Digital Compression Pioneer Award', date: '2014-11-01' }]);
  expect(sections.publications).toMatchObject([{ publisher: 'Hooli', releaseDate: '2014-10-01' }]);
  expect(notes.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['interests', 'references', 'basics.location.address']),
  );
});

describe('a document for a profile that exists', () => {
  test('needs no name', () => {
    expect(changesFromJsonResume({ skills: [{ name: 'S' }] })).toMatchObject({
      ok: true,
      sections: { identity: {}, skills: [{ name: 'S' }] },
    });
    expect(fromJsonResume({ skills: [{ name: 'S' }] })).toEqual({
      ok: false,
      problems: [{ path: 'basics.name', message: 'is missing' }],
    });
  });

  test('names its unusable fields, so that an import can keep those of the profile', () => {
    const read = changesFromJsonResume({
      basics: {
        label: '\u3164',
        location: { country: 'Atlantis' },
        email: 'nobody',
        phone: 'on request',
        url: 'cv.pdf',
        picture: 'me.png',
      },
    });
    expect(read).toMatchObject({
      ok: true,
      unusable: [
        'identity.headline',
        'identity.avatarUrl',
        'identity.location',
        'contact.email',
        'contact.phone',
        'contact.website',
      ],
    });
    expect(changesFromJsonResume({ basics: { email: 'a@b.example', phone: '' } })).toMatchObject({
      ok: true,
      unusable: [],
    });
  });
});

describe('documents that are not JSON Resume', () => {
  test.each([[null], [[]], ['text'], [42], [{ name: 'package', version: '1.0.0' }]])('%j is refused', (document) => {
    expect(fromJsonResume(document)).toMatchObject({ ok: false, problems: [{ path: '' }] });
  });

  test('every fault is listed with its place', () => {
    const result = fromJsonResume({
      basics: { name: { first: 'A' }, location: [] },
      work: {},
      skills: ['JS'],
      education: [{ institution: 'X', courses: 'DB' }],
    });
    expect(result).toEqual({
      ok: false,
      problems: expect.arrayContaining([
        { path: 'basics.name', message: 'must be text' },
        { path: 'basics.location', message: 'must be an object' },
        { path: 'work', message: 'must be a list' },
        { path: 'skills.0', message: 'must be an object' },
        { path: 'education.0.courses', message: 'must be a list' },
      ]),
    });
  });

  test('any JSON gives a list of problems, or sections that the contract accepts', () => {
    const document = fc.record(
      {
        basics: fc.oneof(
          fc.jsonValue(),
          fc.record({
            name: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
            email: fc.jsonValue(),
            location: fc.jsonValue(),
            profiles: fc.jsonValue(),
          }),
        ),
        work: fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.dictionary(fc.constantFrom('name', 'position', 'startDate', 'highlights', 'url'), fc.jsonValue()),
          ),
        ),
        skills: fc.oneof(
          fc.jsonValue(),
          fc.array(fc.dictionary(fc.constantFrom('name', 'level', 'keywords'), fc.jsonValue())),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(document, (given) => {
        const result = fromJsonResume(given);
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
        else applyChanges(emptySections('x'), result.sections, () => `id${Math.random().toString(36).slice(2)}`);
      }),
      { numRuns: 500 },
    );
  });
});
