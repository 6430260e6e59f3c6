/** No violation in any story, in three languages, two themes and three widths, by pairs; `npm run sweep` takes each with each. */
import { readFileSync, globSync } from 'node:fs';
import path from 'node:path';
import { everyCondition, pairedConditions, violations } from './axe.ts';
import { expect, stories, test } from './catalogue.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('every story of every file is asked, under every pair of values', () => {
  const written = globSync('stories/**/*.stories.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/^export const (\w+)/gm)].map(
      ([, name]) => `./${file} ${name}`,
    ),
  );
  expect(stories.map(({ importPath, exportName }) => `${importPath} ${exportName}`).sort()).toEqual(written.sort());
  const pairs = (conditions: typeof everyCondition) =>
    new Set(
      conditions.flatMap(({ locale, theme, width }) => [
        `${locale} ${theme}`,
        `${locale} ${width}`,
        `${theme} ${width}`,
      ]),
    );
  expect(pairs(pairedConditions)).toEqual(pairs(everyCondition));
  process.stdout.write(
    `axe: ${stories.length} stories x ${pairedConditions.length} = ${stories.length * pairedConditions.length} checks\n`,
  );
});

for (const { id } of stories) {
  test(`axe: ${id}`, async ({ catalogue }) => {
    expect(await violations(catalogue, id, pairedConditions)).toEqual({ checks: 9, found: [] });
  });
}
