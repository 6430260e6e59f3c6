/**
 * Names, roles and states for assistive technology, in order, of every element in every state. The files in `names` are
 * the last reviewed ones; `npm run stories:accept` writes them again.
 */
import { expect, leftOver, stories, test } from './catalogue.ts';

const pinned = stories.filter(({ tags }) => !tags.includes('moving') && !tags.includes('bulk'));

/** Every story in English, and each element's first story in Arabic. A story's id gives its folder and file. */
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

test('every stored file of names has its story', () => {
  expect(
    leftOver(
      'names',
      cases.map(({ file }) => file),
    ),
  ).toEqual([]);
});
