/**
 * Tells whether the build is older than what it was made from, in a few milliseconds: a fingerprint of the inputs'
 * sizes and times is kept beside the outputs. `npm start` asks this first, so nothing here may read file contents.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const stampFile = path.join(root, '.cache/build/stamp');

/** Folders and files that the outputs depend on; sources of packages and examples are added by name. */
const FIXED_INPUTS = [
  'package-lock.json', 'tsconfig.base.json', 'rollup.config.mjs', 'scripts/build', 'scripts/build.ts', 'scripts/channel', 'scripts/elements', 'releases',
];

/** The workspace packages, in the order of their storeys. */
export const packages = ['schema', 'sdk', 'elements', 'local', 'cli'];

function inputs(): string[] {
  const ofPackages = packages.flatMap((name) => ['package.json', 'tsconfig.json', 'src'].map((part) => `packages/${name}/${part}`));
  const ofExamples = folders('examples').map((name) => `examples/${name}/src`);
  return [...FIXED_INPUTS, ...ofPackages, ...ofExamples];
}

/** Everything the inputs' names, sizes and times say, as one hash. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const input of inputs()) addTo(hash, input);
  return hash.digest('hex');
}

/** True unless the outputs stand and were made from exactly these inputs. */
export function isStale(now: string): boolean {
  const outputs = packages.filter((name) => existsSync(path.join(root, `packages/${name}/src`)))
    .map((name) => `packages/${name}/dist/.tsbuildinfo`);
  if (!outputs.every((file) => existsSync(path.join(root, file)))) return true;
  if (existsSync(path.join(root, 'packages/elements/src/embed.ts')) && !existsSync(path.join(root, 'dist/channel/builds.json'))) return true;
  return !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== now;
}

/** Notes that the outputs now stand for the inputs with this fingerprint. */
export function writeStamp(built: string): void {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, built);
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

function folders(relative: string): string[] {
  const full = path.join(root, relative);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}
