/** docs/dependencies.md gives a reason for each direct dependency, and for no other; versions are exact. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

const manifests = ['package.json', ...globSync('{packages,examples}/*/package.json')]
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest);

const ours = (name: string) => name.startsWith('@gigsy/');

test('each direct dependency has its reason, and nothing else has one', () => {
  const declared = manifests.flatMap((manifest) => Object.keys({
    ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies,
  })).filter((name) => !ours(name));
  const reasons = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!);
  expect(reasons.sort()).toEqual([...new Set(declared)].sort());
});

test('versions are exact, so that two machines install the same', () => {
  const versions = manifests.flatMap((manifest) => Object.entries({
    ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies,
  }));
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('no package may run a script when it is installed', () => {
  expect(manifests.flatMap((manifest) => Object.values(manifest.allowScripts ?? {})).filter(Boolean)).toEqual([]);
});
