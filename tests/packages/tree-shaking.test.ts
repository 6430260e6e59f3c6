/**
 * A host that imports one element gets only that one: bundled from the built packages as hosts do, the about section
 * loads no other element, no Convex client, no zod, no Clerk and no React.
 */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { type Metafile, build, transform } from 'esbuild';
import { type OutputChunk, rollup } from 'rollup';
import { expect, test } from 'vitest';
import { root } from '../../scripts/build/stamp.ts';

/** Gzip bytes of everything that loads before the first render, Lit included; esbuild measures 11,178, rollup less. */
const LIMIT = 11_200;

interface Bundle {
  /** Paths, relative to the repository's root, of modules with code in the bundle. */
  modules: string[];
  gzip: number;
}

/** An entry of one statement and everything that loads with it, without code behind an `import()`. */
const bundlers: Record<string, (statement: string) => Promise<Bundle>> = {
  async rollup(statement) {
    const entry = {
      name: 'entry',
      resolveId: (id: string) => (id === 'entry' ? path.join(root, 'entry.js') : undefined),
      load: (id: string) => (id.endsWith('entry.js') && path.dirname(id) === root ? statement : undefined),
    };
    const bundle = await rollup({
      input: 'entry',
      logLevel: 'silent',
      plugins: [
        entry,
        nodeResolve({ browser: true, exportConditions: ['browser', 'import', 'production', 'default'] }),
      ],
    });
    const { output } = await bundle.generate({ format: 'es' });
    const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
    const loaded = reachable(
      [...chunks.values()].find(({ isEntry }) => isEntry)!.fileName,
      (name) => chunks.get(name)!.imports,
    ).map((name) => chunks.get(name)!);
    const minified = await Promise.all(
      loaded.map(({ code }) => transform(code, { minify: true, legalComments: 'none' })),
    );
    return { modules: loaded.flatMap(rendered), gzip: gzipped(minified.map(({ code }) => code)) };
  },
  async esbuild(statement) {
    const { metafile, outputFiles } = await build({
      stdin: { contents: statement, resolveDir: root },
      bundle: true,
      format: 'esm',
      splitting: true,
      minify: true,
      write: false,
      metafile: true,
      outdir: root,
      legalComments: 'none',
      logLevel: 'silent',
      conditions: ['browser'],
    });
    const name = (file: string) => path.relative(root, file);
    const first = Object.keys(metafile.outputs).find((file) => metafile.outputs[file]!.entryPoint === '<stdin>')!;
    const loaded = reachable(first, (file) => statically(metafile, file));
    return {
      modules: loaded.flatMap((file) =>
        Object.entries(metafile.outputs[file]!.inputs)
          .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
          .map(([module]) => module),
      ),
      gzip: gzipped(outputFiles.filter((file) => loaded.includes(name(file.path))).map(({ contents }) => contents)),
    };
  },
};

function gzipped(files: (string | Uint8Array)[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

function rendered({ modules }: OutputChunk): string[] {
  return Object.keys(modules)
    .filter((id) => modules[id]!.renderedLength > 0)
    .map((id) => path.relative(root, id));
}

function statically({ outputs }: Metafile, file: string): string[] {
  return outputs[file]!.imports.filter(({ kind, external }) => kind === 'import-statement' && !external).map(
    (imported) => imported.path,
  );
}

function reachable(first: string, next: (name: string) => string[]): string[] {
  const seen = new Set([first]);
  for (const name of seen) next(name).forEach((found) => seen.add(found));
  return [...seen];
}

const OTHERS =
  /\/(profile-card|skill-matrix|profile-header|experience-list|education-list|language-list|provider)[/.]|node_modules\/(convex|zod|@clerk)\//;
const REACT = /\/dist\/react\/|node_modules\/(@lit\/)?react\//;

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`${name} keeps only the about section, within its size`, async () => {
    const { modules, gzip } = await bundle("import '@gigsy/elements/about-section/define';");
    expect(modules).toContain('packages/elements/dist/profile/about-section/about-section.js');
    expect(modules.filter((module) => OTHERS.test(module) || REACT.test(module))).toEqual([]);
    expect(gzip).toBeLessThanOrEqual(LIMIT);
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
}
