/**
 * `npm run lockfile`: removes the `engines` of packages from package-lock.json where npm would warn of them. npm
 * compares them with the Node that npm itself runs on; the installed packages run on the pinned Node, and
 * tests/house/dependencies.test.ts holds every package to that one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './build/stamp.ts';

/** The part of semver that is used here; it declares no types. */
export const semver = createRequire(import.meta.url)('semver') as {
  satisfies(version: string, range: string): boolean;
  subset(inner: string, outer: string): boolean;
};

interface Locked {
  engines?: { node?: string };
  optional?: boolean;
}

export interface Lockfile {
  packages: Record<string, Locked>;
}

const file = path.join(root, 'package-lock.json');

export function readLockfile(): Lockfile {
  return JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
}

/**
 * Paths of the packages that npm would warn of on some Node that may install the project. Optional packages cause no
 * warnings: npm leaves them out by their engines.
 */
export function warnedOf({ packages }: Lockfile): string[] {
  const supported = packages['']?.engines?.node ?? '*';
  return Object.entries(packages)
    .filter(
      ([at, { engines, optional }]) =>
        at !== '' && !optional && engines?.node !== undefined && !semver.subset(supported, engines.node),
    )
    .map(([at]) => at);
}

if (process.argv[1] === import.meta.filename) {
  const lockfile = readLockfile();
  const found = warnedOf(lockfile);
  for (const at of found) delete lockfile.packages[at]!.engines;
  writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
  process.stdout.write(`Took the engines of ${found.length} packages from package-lock.json.\n`);
}
