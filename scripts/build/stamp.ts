/**
 * Tells in a few milliseconds whether a part of the build is older than its inputs: a fingerprint of the inputs' sizes
 * and times is kept with the names of the outputs. `npm start` asks this first, so nothing here may read sources.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageFolders } from './page-folders.mjs';

export const root = path.resolve(import.meta.dirname, '../..');

/** `scripts`: code of packages and pages. `types`: declarations, editor data and JSON Schemas, for publishing. */
export type Part = 'scripts' | 'types';

/** Folders and files that the outputs depend on; sources of packages and examples are added by name. */
const FIXED_INPUTS = [
  'package-lock.json',
  'tsconfig.base.json',
  'rollup.config.mjs',
  'scripts/build',
  'scripts/build.ts',
  'scripts/channel',
  'scripts/contract',
  'scripts/elements',
  'releases',
];

/** The workspace packages, in the order of their storeys. */
export const packages = ['schema', 'sdk', 'elements', 'local', 'cli'];

interface Stamp {
  inputs: string;
  /** From the repository's root. */
  outputs: string[];
}

function inputs(): string[] {
  const ofPackages = packages.flatMap((name) =>
    ['package.json', 'tsconfig.json', 'src'].map((part) => `packages/${name}/${part}`),
  );
  const ofExamples = [...pageFolders().keys()].map((folder) => `${folder}/src`);
  return [...FIXED_INPUTS, ...ofPackages, ...ofExamples];
}

/** One hash of the inputs' names, sizes and times. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const input of inputs()) addTo(hash, input);
  return hash.digest('hex');
}

/** False if every output of the part exists and was made from exactly these inputs. */
export function isStale(part: Part, now: string): boolean {
  const stamp = readStamp(part);
  return stamp?.inputs !== now || !stamp.outputs.every((file) => existsSync(path.join(root, file)));
}

/** Called before the first output is written, so that a build that is cut short does not count. */
export function removeStamp(part: Part): void {
  rmSync(stampFile(part), { force: true });
}

/** Records that these outputs were made from the inputs with this fingerprint. */
export function writeStamp(part: Part, stamp: Stamp): void {
  mkdirSync(path.dirname(stampFile(part)), { recursive: true });
  writeFileSync(stampFile(part), JSON.stringify(stamp));
}

function stampFile(part: Part): string {
  return path.join(root, '.cache/build', `${part}.json`);
}

function readStamp(part: Part): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stampFile(part), 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

function addTo(hash: ReturnType<typeof createHash>, relative: string): void {
  const stat = statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    hash.update(`${relative} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const entry of readdirSync(path.join(root, relative)).sort()) addTo(hash, `${relative}/${entry}`);
}
