/**
 * A folder's modules as the Convex CLI splits them: an entry for each module and the chunks they share, so that modules are
 * evaluated in the order of their own imports and cyclic ones work. Each becomes the body of a function (see runtime/chunks.ts),
 * since vm contexts load scripts.
 */
import { transform } from 'esbuild';
import type { Metafile } from 'esbuild';
import { join, relative, sep } from 'node:path';
import type { EntryPoint } from './entry-points.ts';
import { bundleChunks } from './esbuild.ts';
import { guardLoops } from './loop-guard.ts';
import { tellStateWrites } from './state-writes.ts';

export interface SplitModules {
  /** Sources by path; imports are `require("./relative/path")`. */
  chunks: Record<string, string>;
  /** The chunk that a module begins with. */
  entries: Record<string, string>;
}

export interface SplitRequest {
  dir: string;
  entries: EntryPoint[];
  platform: 'browser' | 'node';
  external?: string[];
}

export async function splitModules({ dir, entries, platform, external }: SplitRequest): Promise<SplitModules> {
  if (entries.length === 0) return { chunks: {}, entries: {} };
  // In the order in which the CLI walks the folder: it decides which of modules that import one another comes first.
  const files = entries.map(({ file }) => file);
  const { outputFiles, metafile } = await bundleChunks(dir, files, platform, external);
  const texts = new Map(outputFiles.map(({ path, text }) => [slashed(relative(dir, path)), text]));
  const sources = await Promise.all(
    Object.entries(metafile.outputs).map(([path, output]) => chunkSource(texts.get(path)!, output, dir, platform)),
  );
  const chunks = Object.fromEntries(Object.keys(metafile.outputs).map((path, index) => [path, sources[index]!]));
  return {
    chunks,
    entries: Object.fromEntries(entries.map(({ file, module }) => [module, entryOf(metafile, dir, file)])),
  };
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

function entryOf(metafile: Metafile, dir: string, file: string): string {
  return Object.entries(metafile.outputs).find(
    ([, { entryPoint }]) => entryPoint !== undefined && join(dir, entryPoint) === file,
  )![0];
}

async function chunkSource(
  text: string,
  output: Metafile['outputs'][string],
  dir: string,
  platform: SplitRequest['platform'],
): Promise<string> {
  const isOwn = (input: string) => !relative(dir, join(dir, input)).split(sep).includes('node_modules');
  const inputs = new Set(Object.keys(output.inputs));
  // Convex keeps the modules of its Node.js runtime from call to call too.
  const told = platform === 'browser' && [...inputs].some(isOwn) ? tellStateWrites(text, inputs, isOwn) : text;
  const { code } = await transform(told, {
    format: 'cjs',
    target: 'esnext',
    platform: 'neutral',
    define: { 'import.meta.url': '__url' },
  });
  const lazy = output.imports
    .filter(({ kind }) => kind === 'dynamic-import')
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const own = lazy.reduce(
    (source, name) =>
      source.replaceAll(new RegExp(`\\bimport\\((?="[^"]*${name.replaceAll('.', '\\.')}"\\))`, 'g'), '__import('),
    code,
  );
  return platform === 'browser' ? guardLoops(own) : own;
}
