/** JSON Resume in: real documents, odd ones, wrong ones. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { applyChanges, emptySections, fromJsonResume } from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const sample: unknown = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@jsonresume/schema/sample.resume.json'), 'utf8'));

function imported(document: unknown) {
  const result = fromJsonResume(document);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

test("the schema's own sample becomes a profile; what has no place is named", () => {
  const { sections, notes } = imported(sample);
  expect(sections.identity).toMatchObject({ displayName: 'Richard Hendriks', headline: 'Programmer', location: { city: 'San Francisco', countryCode: 'US' } });
  expect(sections.workExperience![0]).toMatchObject({ organisation: 'Pied Piper', startDate: '2013-12-01' });
  expect(sections.education![0]).toMatchObject({ score: '4.0' });
  expect(sections.skills!.map(({ name, level }) => [name, level])).toEqual([['Web Development', 5], ['Compression', 5]]);
  expect(notes.map(({ path }) => path)).toEqual(expect.arrayContaining(['volunteer', 'awards', 'publications', 'interests', 'references', 'basics.location.address']));
});

describe('odd ones that people write', () => {
  const basics = { name: 'A' };

  test.each([
    ['2014', '2014'], ['2014-05', '2014-05'], ['2014/5', '2014-05'], ['2014-05-17T10:00:00Z', '2014-05-17'], ['Present', undefined], ['', undefined], [null, undefined], [2014, '2014'],
  ])('the date %j is read as %j', (given, read) => {
    expect(imported({ basics, work: [{ name: 'X', endDate: given }] }).sections.workExperience![0]!.endDate).toBe(read);
  });

  test.each(['May 2014', '2014-13', '2014-02-30', 'soon'])('the date %j is left out and named', (given) => {
    const { sections, notes } = imported({ basics, work: [{ name: 'X', startDate: given }] });
    expect(sections.workExperience![0]).not.toHaveProperty('startDate');
    expect(notes).toEqual([{ path: 'work.0.startDate', message: expect.stringContaining('not a date') }]);
  });

  test('missing fields are missing, older names are read, unknown fields are named', () => {
    const { sections, notes } = imported({ basics: { ...basics, picture: 'x' }, work: [{ company: 'Old', website: 'old.example' }, { position: 'Freelancer' }, {}], extra: 1 });
    expect(sections.workExperience).toEqual([{ organisation: 'Old', url: 'https://old.example' }, { organisation: 'Freelancer', position: 'Freelancer' }]);
    expect(notes.map(({ path }) => path).sort()).toEqual(['basics.picture', 'extra', 'work.2']);
  });

  test('links that run code and texts that reorder are left out or cleaned', () => {
    const { sections, notes } = imported({ basics: { name: 'A\u202e\u0000B', url: 'javascript:alert(1)', image: 'data:image/png;base64,x' } });
    expect(sections.identity).toEqual({ displayName: 'AB' });
    expect(sections.contact).toEqual({});
    expect(notes.map(({ path }) => path).sort()).toEqual(['basics.image', 'basics.url']);
  });

  test('texts that are too long are cut and lists too long are shortened, by name', () => {
    const { sections, notes } = imported({ basics: { name: 'x'.repeat(10_000) }, skills: Array.from({ length: 300 }, (_, i) => ({ name: `S${i}` })) });
    expect(sections.identity.displayName).toHaveLength(120);
    expect(sections.skills).toHaveLength(200);
    expect(notes.map(({ path }) => path)).toEqual(['basics.name', 'skills']);
  });
});

describe('documents that are not JSON Resume', () => {
  test.each([[null], [[]], ['text'], [42], [{ name: 'package', version: '1.0.0' }]])('%j is refused', (document) => {
    expect(fromJsonResume(document)).toMatchObject({ ok: false, problems: [{ path: '' }] });
  });

  test('every fault is listed with its place', () => {
    const result = fromJsonResume({ basics: { name: { first: 'A' }, location: [] }, work: {}, skills: ['JS'], education: [{ institution: 'X', courses: 'DB' }] });
    expect(result).toEqual({ ok: false, problems: expect.arrayContaining([
      { path: 'basics.name', message: 'must be text' }, { path: 'basics.location', message: 'must be an object' }, { path: 'work', message: 'must be a list' },
      { path: 'skills.0', message: 'must be an object' }, { path: 'education.0.courses', message: 'must be a list' },
    ]) });
  });

  test('whatever JSON comes, the answer is a list of problems or sections that the contract takes', () => {
    const document = fc.record({
      basics: fc.oneof(fc.jsonValue(), fc.record({ name: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()), email: fc.jsonValue(), location: fc.jsonValue(), profiles: fc.jsonValue() })),
      work: fc.oneof(fc.jsonValue(), fc.array(fc.dictionary(fc.constantFrom('name', 'position', 'startDate', 'highlights', 'url'), fc.jsonValue()))),
      skills: fc.oneof(fc.jsonValue(), fc.array(fc.dictionary(fc.constantFrom('name', 'level', 'keywords'), fc.jsonValue()))),
    }, { requiredKeys: [] });
    fc.assert(fc.property(document, (given) => {
      const result = fromJsonResume(given);
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
      else applyChanges(emptySections('x'), result.sections, () => `id${Math.random().toString(36).slice(2)}`);
    }), { numRuns: 500 });
  });
});
