/** The JSON Schemas that @gigsy/schema brings: programs in other languages check by them what the contract lets through. */
import { type Sections, projectProfile, snapshotOf, strengthOf, versionsOfNew } from '@gigsy/schema';
import { sandbox } from '@gigsy/schema/sandbox';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../packages/schema/src/samples.ts';
import { jsonSchemas } from '../../scripts/contract/json-schemas.ts';
import { ada } from '../../stories/people/ada.ts';
import { sami } from '../../stories/people/others.ts';
import { anySections } from './any-sections.ts';

const { 'index.json': index, ...schemas } = jsonSchemas();
const files = Object.keys(schemas);
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTuples: false,
  allowUnionTypes: true,
  formats: { 'date-time': true },
});

/** The faults that the schema in `file` finds in `value`. */
function faults(file: string, value: unknown): string[] {
  const validate = ajv.getSchema(schemas[file]!.$id as string) ?? ajv.compile(schemas[file]!);
  // As it goes over the wire.
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const hex = '0123456789abcdef'.repeat(2);
/** The subject of the samples. */
const asked: SampleSubject = {
  handle: 'ada',
  photos: [],
  etag: 'etag',
  site: 'https://site.example',
  origin: 'https://shop.example',
  partner: 'partner-1',
  key: `pk_${hex}`,
  code: `lc_${hex}`,
  lease: 'lease-1',
  given: 'given-1',
  consent: 'consent-1',
  link: 'link-1',
  grant: 'grant-1',
  scheduled: 'scheduled-1',
  ask: 'ask-1',
  relation: 'relation-1',
  proof: '123456',
  endorsement: 'e1',
  request: 'r1',
  invitation: '0'.repeat(48),
  gig: 'gig-1',
  claim: 'domain-0123456789abcdef',
  moderated: 'none',
  hold: 'hold-1',
  upload: 'upload-1',
  file: 'none',
  media: [],
  source: `src_${hex.slice(0, 16)}`,
  quarantined: 'quarantined-1',
  webhook: 'webhook-1',
  letter: 'letter-1',
  publishable: `pk_${hex}`,
  spent: `pk_${hex}`,
  secret: `sk_${hex}`,
};

/** Made-up people, as their owners read them. */
const profiles = [ada, sami].map((one) => ({ ...one, versions: versionsOfNew() }));
const [profile] = profiles;

test('every file is a schema of draft 2020-12 with a name and a title', () => {
  for (const file of files) {
    const { $schema, $id, title } = schemas[file]!;
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect($id).toBe(`urn:gigsy:schema:${file.replace('/', ':').replace(/\.json$/, '')}`);
    expect(title).toMatch(/^[A-Z]/);
    // Throws for a keyword that there is not, and for a reference that leads nowhere.
    expect(ajv.getSchema($id as string) ?? ajv.compile(schemas[file]!)).toBeTypeOf('function');
  }
});

test('the index lists every schema', () => {
  const { schemas: listed } = index as { schemas: { file: string; $id: string; title: string }[] };
  expect(listed.map(({ file }) => file)).toEqual(files);
  expect(listed.map(({ $id }) => $id)).toEqual(files.map((file) => schemas[file]!.$id));
});

test('docstrings are the descriptions of documents and fields', () => {
  const { description, properties } = schemas['documents/skill.json'] as {
    description: string;
    properties: Record<string, { description?: string }>;
  };
  expect(description).toMatch(/^Skill levels 1 to 5/);
  expect(properties.years!.description).toBe('Years of practice, 0 to 70.');
  expect(schemas['functions/profile.update.arguments.json']!.description).toMatch(/^\w.+\.$/);
});

describe('documents that the contract lets through are valid', () => {
  test.each(profiles.map((one) => [one.handle, one] as const))('the profile of %s in all its forms', (_, one) => {
    const { role, sections } = one;
    expect(faults('documents/own-profile.json', one)).toEqual([]);
    expect(faults('functions/profile.mine.result.json', one)).toEqual([]);
    expect(faults('documents/snapshot.json', snapshotOf(one))).toEqual([]);
    expect(faults('functions/profile.get.result.json', projectProfile(one, 'public'))).toEqual([]);
    expect(faults('documents/strength.json', strengthOf(role, sections))).toEqual([]);
  });

  test.each([...sandbox])('the sandbox profile %s', (_, { profile: view }) =>
    expect(faults('functions/profile.get.result.json', view)).toEqual([]),
  );

  test('sections with every value that may come', () => {
    fc.assert(
      fc.property(anySections(), (sections) => {
        expect(faults('documents/sections.json', sections)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test.each([...functionSamples.keys()])('the sample of %s', (name) => {
    const file = `functions/${name}.arguments.json`;
    const { properties = {} } = schemas[file] as { properties?: object };
    const key = 'idempotencyKey' in properties ? { idempotencyKey: 'example-key-1' } : {};
    expect(faults(file, { ...functionSamples.get(name)!(asked), ...key })).toEqual([]);
  });
});

describe('broken documents are refused', () => {
  const { sections } = profile!;
  const withSection = (name: keyof Sections, value: unknown) => ({ sections: { ...sections, [name]: value } });
  const skill = { id: 'a', name: 'Rust' };
  const broken: [what: string, change: object][] = [
    ['no handle', { handle: undefined }],
    ['a handle of another form', { handle: 'Ada!' }],
    ['an unknown role', { role: 'king' }],
    ['an unknown field', { age: 36 }],
    ['a setting that no row has', { settings: { mood: 'public' } }],
    ['a section that is missing', { sections: { ...sections, skills: undefined } }],
    ['a list in place of an object', withSection('about', [])],
    ['a text that is too long', withSection('about', { text: 'x'.repeat(5001) })],
    ['a number in place of text', withSection('about', { text: 5 })],
    ['a list that is too long', withSection('skills', Array(201).fill(skill))],
    ['an item without an id', withSection('skills', [{ name: 'Rust' }])],
    ['a level above the highest', withSection('skills', [{ ...skill, level: 6 }])],
    ['a level that is not whole', withSection('skills', [{ ...skill, level: 2.5 }])],
    ['an unknown field in an item', withSection('skills', [{ ...skill, mood: 'good' }])],
    ['a level of language that there is not', withSection('languages', [{ ...skill, level: 'D1' }])],
    ['a country in small letters', withSection('identity', { displayName: 'A', location: { countryCode: 'at' } })],
  ];
  test.each(broken)('%s', (_, change) =>
    expect(faults('documents/own-profile.json', { ...profile, ...change })).not.toEqual([]),
  );

  test('a version of a section that is text', () =>
    expect(
      faults('functions/profile.update.arguments.json', {
        changes: { about: { text: 'Hello' } },
        expected: { about: '1' },
        idempotencyKey: 'example-key-1',
      }),
    ).toEqual(['/expected/about must be integer']));

  test('data of an event with a field that it has not', () =>
    expect(faults('events/profile.updated.json', { sections: ['skills'], text: 'secret' })).not.toEqual([]));
});
