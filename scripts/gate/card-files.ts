/**
 * Which files of the embed build a page loads for a read-only `<gigsy-profile-card>`, from rollup's manifest: the entry
 * and all that it imports, lazily or not, less what only other uses load. A new lazy chunk counts until it is named here.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface ManifestFile {
  bytes: number;
  gzip: number;
  integrity: string;
  imports: string[];
  dynamicImports: string[];
  facade?: string;
  modules: string[];
}

export interface Manifest {
  version: string;
  entry: string;
  files: Record<string, ManifestFile>;
}

/** What a page may have besides a card in a column. */
export interface Additions {
  wide?: boolean;
  /** Content that a server made. */
  served?: boolean;
}

const embedFolder = path.resolve(import.meta.dirname, '../../dist/embed');

/** Modules behind an `import()` that a read-only card in the page's first language does not make. */
const NOT_FOR_THE_CARD = [
  /** Live updates and writing: loaded by the `live` attribute and by elements that write. */
  /^packages\/sdk\/dist\/live\//,
  /^packages\/sdk\/dist\/http\/call\.js$/,
  /^packages\/elements\/dist\/(.+\/)?live[^/]*\.js$/,
  /^node_modules\/convex\//,
  /** The errors that an API answers with, read when it does. */
  /^packages\/sdk\/dist\/payload\.js$/,
  /** Languages other than English: the nearest [lang] asks for one. */
  /^packages\/elements\/dist\/(.+\/)?(localization|translations)\/(?!en\b)[a-z]{2}(-\w+)?\.js$/,
];

/** Lets a server's content give way, loaded by cards that have some: measured apart, as the server-rendered card. */
const SERVED_CARD = /^packages\/elements\/dist\/profile\/served\.js$/;

/** The second column, loaded where the card has 44 em of room: measured apart, as the wide card. */
const WIDE_CARD = /^packages\/elements\/dist\/profile\/profile-card\/wide-panel\.js$/;

/** What must not stand in any file that the card loads. */
const FORBIDDEN = /(^|\/)node_modules\/(convex|@clerk|zod)\//;

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(path.join(embedFolder, 'manifest.json'), 'utf8')) as Manifest;
}

/** The files' names inside dist/embed, entry first; those of the card in a column, or with what a wide band or a server adds. */
export function cardFiles(manifest: Manifest, additions: Additions = {}): string[] {
  const seen = new Set<string>();
  const visit = (name: string) => {
    const file = manifest.files[name];
    if (!file || seen.has(name)) return;
    seen.add(name);
    file.imports.forEach(visit);
    file.dynamicImports.filter((lazy) => !isForOthers(manifest.files[lazy], additions)).forEach(visit);
  };
  visit(manifest.entry);
  return [...seen];
}

/** The same as paths from the repository's root, for size-limit. */
export function cardPaths(options: Additions = {}): string[] {
  return cardFiles(readManifest(), options).map((name) => `dist/embed/${name}`);
}

/** Each forbidden module inside a file of the card, as `file: module`. */
export function forbiddenModules(manifest: Manifest): string[] {
  return cardFiles(manifest, { wide: true, served: true }).flatMap((name) =>
    (manifest.files[name]?.modules ?? []).filter((module) => FORBIDDEN.test(module)).map((module) => `${name}: ${module}`));
}

function isForOthers(file: ManifestFile | undefined, { wide, served }: Additions): boolean {
  const facade = file?.facade;
  const others = [...NOT_FOR_THE_CARD, ...(wide ? [] : [WIDE_CARD]), ...(served ? [] : [SERVED_CARD])];
  return facade !== undefined && others.some((pattern) => pattern.test(facade));
}
