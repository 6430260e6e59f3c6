/**
 * The built `@gigsy/elements/server` (npm run build) in plain Node, the machine's and the pinned one; it adds no global
 * except Lit's.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/build/stamp.ts';
import { elementDescriptors } from '../../scripts/elements/descriptors.ts';
import { takeManifest } from '../../scripts/elements/manifest.ts';

const shown = elementDescriptors(await takeManifest()).filter(({ shows }) => shows !== undefined);

const ofMachine = (process.env.PATH ?? '')
  .split(path.delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => path.join(folder, 'node'))
  .find((file) => existsSync(file));

const PROGRAM = `
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const { renderElement, styleHashes } = await import('@gigsy/elements/server');
  const profile = { handle: 'ada', identity: { displayName: 'Ada Lovelace' } };
  const markup = await renderElement('gigsy-profile-card', { profile, lang: 'ja' });
  const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && !/^(lit|reactiveElement)/.test(name));
  console.log(JSON.stringify({ globals, markup, hashes: Object.keys(styleHashes).length, document: typeof document, from: import.meta.resolve('@gigsy/elements/server') }));
`;

test.each([
  ['the pinned', process.execPath],
  ["the machine's own", ofMachine ?? process.execPath],
])('it renders in %s node', (_, node) => {
  const output = JSON.parse(
    execFileSync(node, ['--input-type=module', '-e', PROGRAM], { cwd: root, encoding: 'utf8', env: {} }),
  ) as Record<string, unknown>;
  expect(output).toMatchObject({
    hashes: shown.length,
    document: 'undefined',
    globals: ['customElements'],
    markup: expect.stringContaining('Ada Lovelace'),
  });
  expect(output.from).toMatch(/packages\/elements\/dist\/server\.js$/);
});
