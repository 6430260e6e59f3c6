/** Members that the embed build renames: each is one that elements have, and none is named by a string, which stays as it is. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { INTERNAL } from '../../scripts/build/internal-names.mjs';
import { root } from '../../scripts/build/stamp.ts';

const sources = globSync('packages/elements/src/**/*.ts', {
  cwd: root,
  exclude: (file) => /(^|\/)(writing|react|server|languages)$|-(form|editor)$/.test(file),
});
const code = ['scripts/build/read-only-lit.mjs', ...sources]
  .map((file) => readFileSync(path.join(root, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/ .*$/gm, ''))
  .join('\n');

test.each(INTERNAL)('%s is a member and never a string', (name) => {
  expect(code).toMatch(new RegExp(`\\b${name}\\b`));
  expect(code).not.toMatch(new RegExp(`['"\`]${name}['"\`]`));
});
