/** The faults that `npm run soak -- --only policy-faults` puts into the tree are held to the tree, so that none grows stale. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { faults } from '../soak/policy/faults.ts';

const root = path.resolve(import.meta.dirname, '../..');

test.each(faults)('the text of "$name" stands once in $file', ({ file, from, to, tests }) => {
  expect(readFileSync(path.join(root, file), 'utf8').split(from)).toHaveLength(2);
  expect(to).not.toBe(from);
  expect(existsSync(path.join(root, tests))).toBe(true);
});
