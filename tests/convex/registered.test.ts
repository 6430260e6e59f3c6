/** The deployed code offers exactly the public functions of the contract. */
import { contract, listFunctions, listRoutes, routes } from '@gigsy/schema';
import { actionGeneric, queryGeneric } from 'convex/server';
import { describe, expect, test } from 'vitest';
import http from '../../convex/http.js';
import { modules } from './deployment.ts';
import { publicFunctions, type Modules } from './public-functions.ts';

const declared = listFunctions(contract)
  .map(({ path, contract: { kind } }) => `${kind} ${path}`)
  .sort();

test('the public functions of the deployment are those of the contract, no more and no fewer', async () => {
  expect(await publicFunctions(modules)).toEqual(declared);
});

test('the routes of the deployment are those of the contract, no more and no fewer', () => {
  const served = http.getRoutes().map(([path, method]) => `${method} ${path.replace(/\*$/, '')}`);
  expect(served.sort()).toEqual(
    listRoutes(routes)
      .map(({ contract: { method, path } }) => `${method} ${path}`)
      .sort(),
  );
});

describe('a public function that the contract does not name is found', () => {
  const handler = () => null;
  const marked = Object.assign(() => null, {
    isQuery: true,
    isPublic: true,
    invokeQuery: handler,
    exportArgs: () => '{}',
    exportReturns: () => 'null',
  });
  test.each<[string, Modules]>([
    ['a raw query', { '../../convex/leak.ts': async () => ({ rows: queryGeneric(handler) }) }],
    ['a default export', { '../../convex/profile/leak.ts': async () => ({ default: actionGeneric(handler) }) }],
    [
      'an export beside declared ones',
      {
        '../../convex/profile.ts': async () => ({
          ...((await modules['../../convex/profile.ts']!()) as object),
          all: queryGeneric(handler),
        }),
      },
    ],
    [
      'a function that bears the marks without a builder',
      { '../../convex/model/profile/rows.ts': async () => ({ marked }) },
    ],
    ['another ending', { '../../convex/leak.jsx': async () => ({ rows: queryGeneric(handler) }) }],
  ])('%s', async (_, added) => {
    expect(await publicFunctions({ ...modules, ...added })).not.toEqual(declared);
  });
});
