/** The threat model names tests that exist, one at least for each threat. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './code-blocks.ts';

test('each threat names tests, and each test exists', () => {
  const text = readFileSync(path.join(root, 'docs/threat-model.md'), 'utf8');
  const threats = text
    .split('## Threats')[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const named = threats.slice(2).map((line) => [...line.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, file]) => file!));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((files) => files.length === 0)).toEqual([]);
  expect(named.flat().filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
