/** The words of the app's pages: each language has all of them, and each template finds its own. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../src/languages.ts';

const app = path.resolve(import.meta.dirname, '../app');
const read = (file: string) => readFileSync(path.join(app, file), 'utf8');
const textsIn = (language: string) => JSON.parse(read(`texts/${language}.json`)) as Record<string, string>;

test.each(LANGUAGES)('%s has every word, and no other', (language) => {
  const [texts, english] = [textsIn(language), textsIn('en')];
  expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  for (const [name, text] of Object.entries(texts)) expect(text.trim(), name).not.toBe('');
  if (language === 'en') return;
  const same = Object.keys(texts).filter((name) => texts[name] === english[name]);
  expect(same, 'not translated').toEqual([]);
});

test('every word is used', () => {
  const sources = [
    ...globSync('pages/*.html', { cwd: app }),
    'layout.html',
    ...globSync('../src/app/*.ts', { cwd: app }),
  ].map(read);
  const code = sources.join('\n');
  // Names that are put together: of a page's title, of a link to it, of a choice.
  const composed =
    /\.title$|^nav\.|^role\.|^signUp\.(student|employer|mentor)$|^signIn\.(newcomers|madeUp)$|^(account|data)\.done\.|^demo-sources\.(done\.sent\.|sent\.)?(course|gig|badge)$/;
  const unused = Object.keys(textsIn('en')).filter((name) => !composed.test(name) && !code.includes(name));
  expect(unused).toEqual([]);
});
