/**
 * The modules of public functions that convex/operations/functions.ts imports. A call runs in a process that may have loaded no
 * other module, so one that is missing there fails now and then in a test, and always elsewhere.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contract, listFunctions } from '@gigsy/schema';
import { expect, test } from 'vitest';

const list = path.resolve(import.meta.dirname, '../../convex/operations/functions.ts');

test('every module with a function of the contract is imported, and no other', () => {
  const imported = [...readFileSync(list, 'utf8').matchAll(/^import '(.+)\.js';$/gm)].map(([, name]) =>
    path.posix.join('operations', name!),
  );
  const modules = new Set(listFunctions(contract).map(({ path: at }) => at.split(':')[0]!));
  expect(imported.sort()).toEqual([...modules].sort());
});
