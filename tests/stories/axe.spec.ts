/** No violation in any story, in three languages, two themes and three widths. */
import { readFileSync, globSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Catalogue, expect, stories, test } from './catalogue.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const root = path.resolve(import.meta.dirname, '../..');

const matrix = ['en', 'ar', 'en-XA'].flatMap((locale) =>
  ['light', 'dark'].flatMap((theme) => [320, 768, 1280].map((width) => ({ locale, theme, width }))),
);

test('the matrix has every story of every file', () => {
  const written = globSync('stories/**/*.stories.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/^export const (\w+)/gm)].map(
      ([, name]) => `./${file} ${name}`,
    ),
  );
  expect(stories.map(({ importPath, exportName }) => `${importPath} ${exportName}`).sort()).toEqual(written.sort());
  process.stdout.write(
    `axe: ${stories.length} stories x ${matrix.length} = ${stories.length * matrix.length} checks\n`,
  );
});

for (const { id } of stories) {
  test(`axe: ${id}`, async ({ catalogue }) => {
    await catalogue.page.evaluate(axe);
    await catalogue.show(id);
    const found: string[] = [];
    let checks = 0;
    for (const { locale, theme, width } of matrix) {
      await catalogue.page.setViewportSize({ width, height: 720 });
      await catalogue.set({ locale, theme });
      checks += 1;
      found.push(...(await violations(catalogue)).map((violation) => `${locale} ${theme} ${width}: ${violation}`));
    }
    expect(found).toEqual([]);
    expect(checks).toBe(18);
  });
}

async function violations({ page }: Catalogue): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof import('axe-core') };
    const result: AxeResults = await engine.run('#storybook-root', {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    if (result.passes.length === 0) return ['axe looked at nothing'];
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} at ${target.flat().join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`,
      ),
    );
  });
}
