/**
 * What assistive technology is told, name by name and in order, of every element in every state. The files beside are
 * what it was when somebody last read them: `npm run stories:accept` writes them anew.
 */
import { expect, leftOver, stories, test } from './catalogue.ts';

const pinned = stories.filter(({ tags }) => !tags.includes('moving') && !tags.includes('bulk'));

/** Every story in English, and each element's first in Arabic. A story's id is its folder and file. */
const cases = [
  ...pinned.map(({ id }) => ({ id, locale: 'en', file: `${id.replace('--', '/')}.yml` })),
  ...pinned
    .filter(({ exportName }) => exportName === 'Default')
    .map(({ id }) => ({ id, locale: 'ar', file: `${id.replace('--', '/')}.ar.yml` })),
];

for (const { id, locale, file } of cases) {
  test(`names: ${id} in ${locale}`, async ({ catalogue }) => {
    await catalogue.page.setViewportSize({ width: 960, height: 720 });
    await catalogue.show(id, { locale });
    expect(`${await catalogue.root.ariaSnapshot()}\n`).toMatchSnapshot(['names', ...file.split('/')]);
  });
}

test('no names are kept of a story that is gone', () => {
  expect(
    leftOver(
      'names',
      cases.map(({ file }) => file),
    ),
  ).toEqual([]);
});
