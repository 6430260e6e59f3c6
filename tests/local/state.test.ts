/** Every call finds modules and globals as they are after loading, as on Convex. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import type { LogLine } from '../../packages/local/src/index.ts';
import { api, startParity } from './parity/start.ts';
import type { Fixture } from './parity/start.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
const lines: LogLine[] = [];
beforeAll(async () => {
  fixture = await startParity({ log: (line) => lines.push(line) });
  client = fixture.http();
});
afterAll(() => fixture.close());

const WAYS = [
  'variable',
  'imported variable',
  'destructuring',
  'loop variable',
  'nullish assignment',
  'nested array',
  'optional chain',
  'map',
  'weak map',
  'typed array',
  'headers',
  'pattern position',
  'class instance',
  'class static',
  'closure',
  'object as argument',
  'local alias',
  'Object.assign',
  'function property',
  'global variable',
  'deleted global',
  'prototype',
  'defined property',
  'class of the host',
  'Math.random',
];

test('the ways are all of the fixture’s', async () => {
  expect(await client.query(api.state.names, {})).toEqual(WAYS);
});

describe.each(WAYS)('state that a call writes by %s', (way) => {
  test.each(['query', 'mutation', 'action'] as const)('is gone for the next %s', async (kind) => {
    const name = `in${kind[0]!.toUpperCase()}${kind.slice(1)}`;
    const seen = [];
    for (let round = 0; round < 3; round += 1)
      seen.push(
        await (client[kind] as (reference: unknown, args: object) => Promise<unknown>).call(client, api.state[name], {
          way,
        }),
      );
    expect(seen).toEqual([1, 1, 1]);
  });
});

test('classes that functions share with the deployment are restored after a call', () => {
  expect(URL.prototype).not.toHaveProperty('visits');
});

test('state lasts within a call, and a nested call has its own', async () => {
  expect(await client.mutation(api.state.within, {})).toEqual([2, 1]);
  expect(await client.mutation(api.state.within, {})).toEqual([2, 1]);
});

describe('while modules load', () => {
  test('the clock shows the start and random numbers are drawn from a seed, the same at every evaluation', async () => {
    const first = (await client.query(api.state.atImport, {})) as Record<string, number>;
    expect(first.now).toBeGreaterThan(Date.now() - 3_600_000);
    expect(first.date).toBe(first.now);
    expect(first.later).toBeGreaterThanOrEqual(first.now!);
    for (let round = 0; round < 3; round += 1) {
      const { now, random, uuid } = first;
      expect(await client.query(api.state.atImportAnew, {})).toEqual({ now, date: now, random, uuid });
    }
  });

  test('another deployment has another seed', async () => {
    const other = await startParity();
    const [here, there] = [
      await client.query(api.state.atImport, {}),
      await other.http().query(api.state.atImport, {}),
    ];
    await other.close();
    expect(there.random).not.toBe(here.random);
  });
});

test('the log names each function that writes to lasting state, once', () => {
  const paths = lines.filter(({ event }) => event === 'function.state_written').map(({ path }) => path);
  expect(paths).toContain('state:inQuery');
  expect(paths).toEqual([...new Set(paths)]);
});
