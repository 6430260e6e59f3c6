/** The changes that an import would make to a profile, and the question whether it may make them. */
import { PassThrough } from 'node:stream';
import { type OwnProfile, type Sections, changesFromJsonResume, emptySections } from '@gigsy/schema';
import { expect, test } from 'vitest';
import { printable } from '../../packages/cli/src/printable.ts';
import { confirm } from '../../packages/cli/src/question.ts';
import { differences, replacementOf } from '../../packages/cli/src/replacement.ts';

const sections: Sections = {
  ...emptySections('Nela Marsh'),
  identity: {
    displayName: 'Nela Marsh',
    headline: 'Glazier',
    pronouns: 'she/her',
    location: { city: 'Graz', countryCode: 'AT' },
  },
  contact: { email: 'nela@marsh.example', phone: '+43 1' },
  skills: [
    { id: 's1', name: 'Leading', level: 4, category: 'Glass', years: 9, keywords: ['old'] },
    { id: 's2', name: 'Cutting' },
  ],
  links: [{ id: 'l1', label: 'Site', url: 'https://marsh.example' }],
};
const profile = { handle: 'nela', role: 'mentor', sections, settings: {}, versions: {} } as unknown as OwnProfile;

function changesBy(document: unknown) {
  const read = changesFromJsonResume(document);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const changes = replacementOf(profile, read.sections, read.unusable);
  return { changes, told: differences(profile, changes).map(({ path, message }) => `${path}: ${message}`) };
}

test("a section of the document replaces the profile's, and each difference is shown", () => {
  expect(changesBy({ basics: { name: 'Nela Lind', summary: 'Hello', location: { city: 'Linz' } } }).told).toEqual([
    'identity.displayName: "Nela Marsh" becomes "Nela Lind"',
    'identity.headline: "Glazier" is taken away',
    'identity.location: Graz, AT becomes Linz',
    'about.text: becomes "Hello"',
  ]);
});

test('an item that the profile has keeps its id and the fields that documents lack', () => {
  const { changes, told } = changesBy({
    skills: [{ name: 'LEADING', level: '5' }, { name: 'Grinding' }, { name: 'leading' }],
  });
  expect(changes.skills).toEqual([
    { id: 's1', name: 'LEADING', level: 5, category: 'Glass', years: 9 },
    { name: 'Grinding' },
    { name: 'leading' },
  ]);
  expect(told).toEqual(['skills: new: Grinding, leading; changed: LEADING; taken away: Cutting']);
  expect(changesBy({ skills: [{ name: 'Cutting' }, { name: 'Leading', level: 4, keywords: ['old'] }] }).told).toEqual([
    'skills: in another order',
  ]);
});

test('an item with an id is the item of that id, whatever its name is now', () => {
  const { changes } = changesBy({
    skills: [
      { name: 'Cutting', 'x-gigsy': { id: 's1', years: 10 } },
      { name: 'Leading' },
      { name: 'Grinding', 'x-gigsy': { id: 'new' } },
    ],
  });
  expect(changes.skills).toEqual([
    { id: 's1', name: 'Cutting', category: 'Glass', years: 10 },
    { name: 'Leading' },
    { id: 'new', name: 'Grinding' },
  ]);
});

test('an unusable value of a document removes neither a field nor a list', () => {
  const { changes, told } = changesBy({
    basics: { email: 'ask me', url: 'https://nela.example', profiles: [{ network: 'Guild hall', username: 'nela' }] },
    skills: [{ level: 3 }],
    languages: [],
  });
  expect(changes).toEqual({ contact: { phone: null, website: 'https://nela.example' } });
  expect(told).toEqual(['contact.phone: "+43 1" is taken away', 'contact.website: becomes "https://nela.example"']);
});

test('an unreadable place removes no place', () => {
  expect(changesBy({ basics: { label: 'Ferrywoman', location: { country: 'Atlantis' } } }).told).toEqual([
    'identity.headline: "Glazier" becomes "Ferrywoman"',
  ]);
});

test('a document equal to the profile changes nothing', () => {
  expect(changesBy({ skills: [{ name: 'Leading', level: 4, keywords: ['old'] }, { name: 'Cutting' }] }).told).toEqual(
    [],
  );
});

test.each([
  ['y\n', true],
  ['Yes\n', true],
  ['n\n', false],
  ['\n', false],
  ['yesterday\n', false],
  ['', false],
])('the answer %j is a yes: %s', async (answer, agreed) => {
  const input = new PassThrough();
  const asked = confirm('Change it?', input, new PassThrough());
  input.end(answer);
  expect(await asked).toBe(agreed);
});

test('shown text is cut between characters, and never within the code of one', () => {
  expect(printable(`${'w'.repeat(298)}👩🏽‍🎓`)).toBe(`${'w'.repeat(298)}…`);
  expect(printable(`${'w'.repeat(297)}\u202e`)).toBe(`${'w'.repeat(297)}…`);
  expect(printable('a\u001b[2Jb')).toBe('a\\u{1b}[2Jb');
});
