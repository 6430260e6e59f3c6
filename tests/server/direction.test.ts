/** The direction of a server's markup; tests/elements/profile/direction.test.ts holds browsers to the same. */
import { renderElement } from '@gigsy/elements/server';
import { expect, test } from 'vitest';
import { directions } from '../directions.ts';
import { full } from './people.ts';

const dirOf = async (options: Parameters<typeof renderElement>[1]) =>
  /class="frame" dir="(\w+)"/.exec(await renderElement('gigsy-profile-card', { profile: full, ...options }))?.[1];

test('the direction follows the language, or its script if the tag names one', async () => {
  for (const [dir, tags] of Object.entries(directions)) {
    for (const lang of tags) expect(await dirOf({ lang }), lang).toBe(dir);
  }
});

test('a language among the attributes is used unless another is given', async () => {
  expect(await dirOf({ attributes: { lang: 'ar' } })).toBe('rtl');
  expect(await renderElement('gigsy-profile-card', { profile: full, attributes: { lang: 'ar' } })).toContain(
    'المهارات',
  );
  expect(await dirOf({ lang: 'en', attributes: { lang: 'ar' } })).toBe('ltr');
});

test('an attribute for the direction has its meaning in HTML', async () => {
  for (const [dir, is] of [
    ['rtl', 'rtl'],
    ['RTL', 'rtl'],
    ['auto', 'auto'],
    ['', 'ltr'],
    ['sideways', 'ltr'],
    ['rtl ', 'ltr'],
  ] as const) {
    expect(await dirOf({ lang: 'en', attributes: { dir } }), dir).toBe(is);
  }
});
