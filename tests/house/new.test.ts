/** `npm run new`: its refusals, in one sentence each, and its files. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { newDomain } from '../../scripts/new/domain.ts';
import { newElement } from '../../scripts/new/element.ts';
import { newFunction } from '../../scripts/new/function.ts';
import { checkedDomain, checkedKind, elementName, functionName } from '../../scripts/new/names.ts';
import { pseudoLocale } from '../../scripts/new/pseudo-locale.ts';

test.each<[message: string, call: () => unknown]>([
  ['Say what to make: element, function, domain.', () => checkedKind(undefined)],
  ['"page" cannot be made: element, function, domain.', () => checkedKind('page')],
  ['"billing" is not a domain: choose from', () => checkedDomain('billing')],
  ['"" is not a domain', () => checkedDomain(undefined)],
  ['"Badge" cannot name an element', () => elementName('Badge')],
  ['"badge" cannot name an element', () => elementName('badge')],
  ['".." is not a domain', () => elementName('../badge-list')],
  ['"a/b/badge-list" cannot name an element', () => elementName('a/b/badge-list')],
  ['"profile/name-form" cannot name an element', () => elementName('profile/name-form')],
  ['"billing" is not a domain', () => elementName('billing/badge-list')],
  ['"get" cannot name a function', () => functionName('get')],
  ['"profile.Get" cannot name a function', () => functionName('profile.Get')],
  ['"billing" is not a domain', () => functionName('billing.get')],
  ['profile.get exists in packages/schema/src/profile/contract.ts', () => newFunction(functionName('profile.get'))],
  ['make the domain first, npm run new -- domain discovery', () => newFunction(functionName('discovery.find'))],
])('it refuses: %s', (message, call) => {
  expect(call).toThrow(message);
});

test.each([
  [['element', 'profile-card'], 'packages/elements/src/profile/profile-card/profile-card.ts exists'],
  [['domain', 'profile'], 'exists: choose another name, or remove it first.'],
  [['element', 'one-name', 'another-name'], 'Give one name, not 2.'],
  [['element', 'badge-list', '--colour'], "Unknown option '--colour'"],
])('the command ends with a sentence and no stack: %j', (options, sentence) => {
  const command = ['--conditions=convex', 'scripts/new.ts', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).toContain('See npm run new -- --help.');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('an element has words in every language, a story and a test', () => {
  const files = Object.keys(newElement(elementName('portfolio/badge-list')).files);
  const folder = 'packages/elements/src/portfolio/badge-list';
  expect(files).toEqual(
    expect.arrayContaining([
      `${folder}/badge-list.ts`,
      `${folder}/badge-list.styles.ts`,
      `${folder}/words.ts`,
      `${folder}/words/pt-BR.ts`,
      'stories/portfolio/badge-list.stories.ts',
      'tests/elements/portfolio/badge-list.test.ts',
    ]),
  );
});

test('a domain is joined by few lines', () => {
  const { insertions } = newDomain('discovery');
  expect(insertions.length).toBeLessThanOrEqual(12);
  expect([...new Set(insertions.map(({ file }) => file))]).toHaveLength(6);
});

test('the pseudo-locale is accented, in brackets and 40% longer', () => {
  expect(pseudoLocale('Badge list')).toBe('[Báđĝé ļîšţ ~~~~]');
});
