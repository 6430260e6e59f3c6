/** Every value of a JSON Resume document is kept, or a note names it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imported } from './imported.ts';

/** Every text and number of a document with its path. */
function leavesOf(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (typeof value !== 'object') return String(value).trim() === '' ? [] : [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}

test('nothing goes missing: each value is in the profile, or a note names it or its container', () => {
  const word = fc.constantFrom(
    'Lamps',
    'Mara Voss',
    '07/2015',
    'Present',
    'soon',
    'https://a.example/x',
    'cv.pdf',
    'Austria',
    'Atlantis',
    'expert',
    'not an expert',
    '9',
    'a@b.example',
    'J <a@b.example>',
    '+43 1 23',
    'ask',
    '\u3164',
    'x'.repeat(6000),
    'GitHub',
    'a\u0001b',
    '2019',
    '2011',
  );
  const item = fc.dictionary(
    fc.constantFrom(
      'name',
      'company',
      'position',
      'institution',
      'area',
      'studyType',
      'gpa',
      'score',
      'language',
      'fluency',
      'url',
      'website',
      'level',
      'summary',
      'description',
      'location',
      'startDate',
      'endDate',
      'network',
      'username',
      'entity',
      'odd',
    ),
    word,
    { maxKeys: 9 },
  );
  const list = fc.array(item, { maxLength: 4 });
  const lines = fc.array(word, { maxLength: 35 });
  const document = fc.record(
    {
      basics: fc.record(
        {
          name: fc.constant('Nela'),
          label: word,
          pronouns: word,
          image: word,
          picture: word,
          email: word,
          phone: word,
          url: word,
          website: word,
          summary: word,
          degree: word,
          profiles: list,
          location: fc.dictionary(fc.constantFrom('city', 'region', 'countryCode', 'country', 'address'), word),
        },
        { requiredKeys: ['name'] },
      ),
      work: list,
      volunteer: list,
      education: fc.array(fc.record({ institution: word, courses: lines }), { maxLength: 2 }),
      skills: list,
      projects: fc.array(fc.record({ name: word, roles: lines }), { maxLength: 2 }),
      languages: list,
      other: item,
    },
    { requiredKeys: ['basics'] },
  );
  /** Values that the profile has in another form. */
  const forms = new Map([
    ['07/2015', '2015-07'],
    ['Present', 'ongoing'],
    ['Austria', 'AT'],
    ['expert', '5'],
    ['a\u0001b', 'ab'],
  ]);
  fc.assert(
    fc.property(document, (given) => {
      const result = imported(given);
      const kept = new Set(leavesOf(result.sections, '').flatMap(([, value]) => [value, ...value.split('\n')]));
      const noted = result.notes.map(({ path }) => path);
      const lost = leavesOf(given, '').filter(
        ([path, value]) =>
          !kept.has(value) &&
          !kept.has(forms.get(value) ?? value) &&
          !noted.some((at) => path === at || path.startsWith(`${at}.`)),
      );
      expect(lost.map(([path, value]) => `${path}: ${value.slice(0, 40)}`)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
