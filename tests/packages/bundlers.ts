/** The bundlers that hosts use, over the built packages: which modules a page loads for a statement, and how large they are. */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { type Metafile, build, transform } from 'esbuild';
import { type OutputChunk, rollup } from 'rollup';
import { root } from '../../scripts/build/stamp.ts';

export interface Bundle {
  /** Paths from the repository's root of modules that left code in it. */
  modules: string[];
  gzip: number;
}

/** The entry of one statement, and all that loads with it: modules behind an `import()` are left out. */
export const bundlers: Record<string, (statement: string) => Promise<Bundle>> = {
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
