/**
 * Names, roles and states for assistive technology, in order: each element's first story in Arabic. Those of every story in
 * English are looked at in conditions.spec.ts, where the story is on show. The files in `names` are the last reviewed ones;
 * `npm run stories:accept` writes them again.
 */
import { expect, leftOver, stories, test } from './catalogue.ts';
import { isPinned, nameFile } from './name-files.ts';

const arabic = stories.filter((story) => isPinned(story) && story.exportName === 'Default');

for (const { id } of arabic) {
  test(`names: ${id} in ar`, async ({ catalogue }) => {
    await catalogue.page.setViewportSize({ width: 960, height: 720 });
    await catalogue.show(id, { locale: 'ar' });
    expect(`${await catalogue.root.ariaSnapshot()}\n`).toMatchSnapshot(['names', ...nameFile(id, 'ar').split('/')]);
  });
}

test('every stored file of names has its story', () => {
  const wanted = [
    ...stories.filter(isPinned).map(({ id }) => nameFile(id)),
    ...arabic.map(({ id }) => nameFile(id, 'ar')),
  ];
  expect(leftOver('names', wanted)).toEqual([]);
});
