/** The files that a page loads for a language other than English, in the embed build. */
import { expect, test } from 'vitest';
import { languageFiles, readManifest } from '../../scripts/gate/embed-files.ts';

const manifest = readManifest();
const languages = languageFiles(manifest);

test('every language is there', () => {
  expect(languages.map(({ language }) => language).sort()).toEqual(['ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt-BR', 'xa']);
});

test.each(languages)('a page with a card loads two files for $language, with no words of other elements', (one) => {
  expect(one.shared).toHaveLength(2);
  const modules = one.shared.flatMap((file) => manifest.files[file]!.modules);
  expect(modules.filter((module) => module.includes('/words/'))).toEqual([
    `packages/elements/dist/localization/words/${one.language}.js`,
  ]);
  expect(one.shared.flatMap((file) => manifest.files[file]!.imports)).toEqual([]);
});

test.each(languages)('the skill matrix has a file of its own for $language', ({ language, parts }) => {
  const matrix = `packages/elements/dist/profile/skill-matrix/words/${language}.js`;
  const holding = parts.filter((file) => manifest.files[file]!.modules.includes(matrix));
  expect(holding.map((file) => manifest.files[file]!.modules)).toEqual([[matrix]]);
});
