/**
 * The files of the embed build that a page loads for an element, from rollup's manifest: the entry, the file with the
 * element's class, and all their imports, lazy or not, without chunks that only other uses load. A new lazy chunk
 * counts until it is named here.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { publishedElements } from '../elements/entries.ts';

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

/** Conditions of a page beyond elements in a column. */
export interface Additions {
  /** Room for the card's second column. */
  wide?: boolean;
  /** Server-rendered content. */
  served?: boolean;
  /** Files of a portfolio that are not for everybody. */
  kept?: boolean;
}

const embedFolder = path.resolve(import.meta.dirname, '../../dist/embed');

/** Modules behind an `import()` that a read-only element in the page's first language never reaches. */
const NOT_FOR_READING = [
  /** Live updates and writing: loaded by the `live` attribute and by elements that write. */
  /^packages\/sdk\/dist\/live\//,
  /^packages\/sdk\/dist\/http\/call\.js$/,
  /^packages\/elements\/dist\/(.+\/)?live[^/]*\.js$/,
  /^node_modules\/convex\//,
  /** Accesses of a provider with a purpose, which signed-in members alone have. */
  /^packages\/sdk\/dist\/access\/index\.js$/,
  /** The errors that an API answers with, read when it does. */
  /^packages\/sdk\/dist\/payload\.js$/,
  /** The warning that an API will end, loaded when it says so. */
  /^packages\/sdk\/dist\/deprecation\.js$/,
  /** The filter, the order and the keys of the skill matrix, loaded by readers who come to its field or its grid. */
  /^packages\/elements\/dist\/profile\/skill-matrix\/use\.js$/,
  /** The whole of a portfolio's entry, loaded when a reader opens one, and the filter by words, when one comes to its field. */
  /^packages\/elements\/dist\/portfolio\/portfolio\/(details|matching)\.js$/,
  /** Reads of a deployment that does not know the batched route, loaded when one says so. */
  /^packages\/sdk\/dist\/older-deployment\.js$/,
  /** Shows values of a host's program without the parts that throw. */
  /^packages\/elements\/dist\/resource\/calm\.js$/,
  /** Interprets handles and addresses in unusual forms; loaded if a page has one. */
  /^packages\/(sdk\/dist\/addresses|elements\/dist\/resource\/whom)\.js$/,
  /** Drafts, which a provider drops when it is told that somebody has signed out. */
  /^packages\/elements\/dist\/writing\/(drafts|field)\.js$/,
  /** Languages other than English: the nearest [lang] asks for one. */
  /^packages\/elements\/dist\/(localization\/load|languages\/[\w/-]+\.generated|.+\/words\/[a-z]{2}(-\w+)?)\.js$/,
];

/** Lets a server's content give way, loaded by elements that have some: measured apart, as the server-rendered card. */
const SERVED = /^packages\/elements\/dist\/resource\/served\.js$/;

/** The second column, loaded where the card has 44 em of room; measured as the wide card. */
const WIDE_CARD = /^packages\/elements\/dist\/profile\/profile-card\/wide-panel\.js$/;

/** Shows files of a portfolio that are not for everybody, which signed-in members alone have; measured apart. */
const KEPT_FILES = /^packages\/elements\/dist\/portfolio\/portfolio\/kept-files\.js$/;

const CLASS_OF_ELEMENT = new RegExp(`^packages/elements/dist/(?:.+/)?(${publishedElements().join('|')})/\\1\\.js$`);
const LANGUAGE = /^packages\/elements\/dist\/languages\/([a-z]{2}(?:-\w+)?)\.generated\.js$/;
const LANGUAGES = 'packages/elements/dist/localization/load.js';

/**
 * Files that only forms and elements with a client load. Those come from the package, but the embed build's indexes of languages
 * name their words.
 */
const OF_FORMS = /^packages\/elements\/dist\/(writing|client|.+-(form|editor|strength|baselines))\//;

/** Words of the elements of a room. */
const ofRoom = (room: string) => new RegExp(`^packages/elements/dist/(languages/)?${room}/`);

/**
 * Text that must not stand in any file that an element loads to show a profile: other storeys' libraries, and code that
 * edits.
 */
const FORBIDDEN =
  /(^|\/)node_modules\/(convex|@clerk|zod)\/|^packages\/elements\/dist\/(writing|client|.+-(form|editor))\//;

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(path.join(embedFolder, 'manifest.json'), 'utf8')) as Manifest;
}

/** The elements in the build, by the names of their folders: `profile-card` and so on. */
export function elementNames(manifest: Manifest): string[] {
  return Object.values(manifest.files)
    .flatMap(({ modules }) => modules.flatMap((module) => CLASS_OF_ELEMENT.exec(module)?.[1] ?? []))
    .sort();
}

/** The files' names inside dist/embed, entry first, of a page with these elements. */
export function elementFiles(manifest: Manifest, names: string[], additions: Additions = {}): string[] {
  const seen = new Set([manifest.entry]);
  const visit = (name: string) => {
    const file = manifest.files[name];
    if (!file || seen.has(name)) return;
    seen.add(name);
    file.imports.forEach(visit);
    file.dynamicImports.filter((lazy) => !isForOthers(manifest.files[lazy], additions)).forEach(visit);
  };
  manifest.files[manifest.entry]?.imports.forEach(visit);
  names.forEach((name) => visit(fileOf(manifest, name)));
  return [...seen];
}

export interface LanguageFiles {
  /** As its files are named: `de`, `pt-BR`. */
  language: string;
  /** Files that a page loads for any element: the index of languages, and the words of all elements. */
  shared: string[];
  /** Further words for pages of profiles: a file for each room, and for elements with words of their own. */
  parts: string[];
  /** The same for pages of portfolios, and for pages of trust. */
  ofPortfolios: string[];
  ofTrust: string[];
}

/** The files of the words of each language but English. */
export function languageFiles({ files }: Manifest): LanguageFiles[] {
  const loader = Object.keys(files).filter((name) => files[name]!.facade === LANGUAGES);
  return Object.entries(files).flatMap(([name, { facade, dynamicImports }]) => {
    const language = LANGUAGE.exec(facade ?? '')?.[1];
    const rooms = dynamicImports
      .flatMap((room) => [room, ...(files[room]?.dynamicImports ?? [])])
      .filter((name) => !files[name]?.modules.some((module) => OF_FORMS.test(module)));
    const wordsOf = (room: string) =>
      rooms.filter((file) => files[file]?.modules.some((module) => ofRoom(room).test(module)));
    const [ofPortfolios, ofTrust] = [wordsOf('portfolio'), wordsOf('trust')];
    const parts = rooms.filter((file) => ![...ofPortfolios, ...ofTrust].includes(file));
    return language ? [{ language, shared: [...loader, name], parts, ofPortfolios, ofTrust }] : [];
  });
}

/** Each forbidden module inside a file of these elements, as `file: module`. */
export function forbiddenModules(manifest: Manifest, names: string[]): string[] {
  return elementFiles(manifest, names, { wide: true, served: true }).flatMap((name) =>
    (manifest.files[name]?.modules ?? [])
      .filter((module) => FORBIDDEN.test(module))
      .map((module) => `${name}: ${module}`),
  );
}

function fileOf(manifest: Manifest, element: string): string {
  const found = Object.entries(manifest.files).find(([, { modules }]) =>
    modules.some((module) => CLASS_OF_ELEMENT.exec(module)?.[1] === element),
  );
  if (!found) throw new Error(`The embed build holds no ${element}.`);
  return found[0];
}

function isForOthers(file: ManifestFile | undefined, { wide, served, kept }: Additions): boolean {
  // A file that other files share has no facade.
  const named = file?.facade ? [file.facade] : (file?.modules ?? []);
  const others = [
    ...NOT_FOR_READING,
    ...(wide ? [] : [WIDE_CARD]),
    ...(served ? [] : [SERVED]),
    ...(kept ? [] : [KEPT_FILES]),
  ];
  return named.length > 0 && named.every((module) => others.some((pattern) => pattern.test(module)));
}
