/**
 * A host that imports one element gets only that one: bundled from the built packages as hosts do, the about section
 * loads no other element, no Convex client, no zod, no Clerk and no React.
 */
import { expect, test } from 'vitest';
import { publishedElements } from '../../scripts/elements/entries.ts';
import { bundlers } from './bundlers.ts';

/**
 * Gzip bytes of everything that loads before the first render, Lit included. Rollup measures 11,563. esbuild measures
 * 12,348, because it writes five files for the modules that lazily loaded code shares, and each is compressed alone.
 */
const LIMITS: Record<string, number> = { rollup: 11_600, esbuild: 12_400 };

const OTHERS = new RegExp(
  `packages/elements/.*/(${publishedElements()
    .filter((name) => name !== 'about-section')
    .join('|')}|writing)[/.]|node_modules/(convex|zod|@clerk)/`,
);
const FORM_OTHERS = new RegExp(
  `packages/elements/.*/(${publishedElements()
    .filter((name) => !name.endsWith('-form'))
    .join('|')})[/.]|node_modules/(convex|zod|@clerk)/|(country|currency)-codes|/words/(?!en)`,
);
const REACT = /\/dist\/react\/|node_modules\/(@lit\/)?react\//;

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`${name} keeps only the about section, within its size`, async () => {
    const { modules, gzip } = await bundle("import '@gigsy/elements/about-section/define';");
    expect(modules).toContain('packages/elements/dist/profile/about-section/about-section.js');
    expect(modules.filter((module) => OTHERS.test(module) || REACT.test(module))).toEqual([]);
    expect(gzip).toBeLessThanOrEqual(LIMITS[name]!);
  }, 30_000);

  test(`${name} takes one class from the package's main entry, and the definition of its tag only when asked`, async () => {
    const { modules } = await bundle(
      "import { GigsyAboutSection } from '@gigsy/elements'; console.log(GigsyAboutSection);",
    );
    expect(modules).toContain('packages/elements/dist/profile/about-section/about-section.js');
    expect(
      modules.filter((module) => OTHERS.test(module) || REACT.test(module) || module.includes('.define.')),
    ).toEqual([]);
  }, 30_000);

  test(`${name} takes one React component with its tag's definition`, async () => {
    const { modules } = await bundle(
      "import { AboutSection } from '@gigsy/elements/react'; console.log(AboutSection);",
    );
    expect(modules).toContain('packages/elements/dist/profile/about-section/about-section.define.js');
    expect(modules.filter((module) => OTHERS.test(module))).toEqual([]);
  }, 30_000);

  test(`${name} gives importers of a form the whole Lit, and no Convex client, zod or Clerk`, async () => {
    const { modules } = await bundle("import '@gigsy/elements/profile-form/define';");
    expect(modules).toContain('packages/elements/dist/writing/editor.js');
    expect(modules.filter((module) => FORM_OTHERS.test(module) || REACT.test(module))).toEqual([]);
  }, 30_000);
}
