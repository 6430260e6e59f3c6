/** Writes, results, calls and pages that Convex refuses: docs.convex.dev/production/state/limits, and convex-backend's own checks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import { api, startParity } from './parity/start.ts';
import type { Fixture } from './parity/start.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
let id: string;
beforeAll(async () => {
  fixture = await startParity();
  client = fixture.http();
  id = await client.mutation(api.refusals.insert, { value: { kept: 1 } });
});
afterAll(() => fixture.close());

const UNDERSCORE = "starts with an underscore, which is only allowed for system fields like '_id'";
const refused: [string, object, string][] = [
  ['a field that begins with an underscore', { value: { _mine: 1 } }, UNDERSCORE],
  ['a lone surrogate', { odd: 'surrogate' }, 'lone surrogate'],
  ['the second half of a pair alone', { odd: 'surrogate low' }, 'lone surrogate'],
  ['a lone surrogate in a list', { odd: 'nested surrogate' }, 'lone surrogate'],
  ['a field name that is not ASCII', { odd: 'name not ascii' }, 'can only contain non-control ASCII characters'],
  [
    'a field name with a control character',
    { odd: 'name with control' },
    'can only contain non-control ASCII characters',
  ],
  ['a nested field name that is not ASCII', { odd: 'name nested' }, 'can only contain non-control ASCII characters'],
  ['17 levels', { levels: 17 }, 'Document is too nested (nested 17 levels deep > maximum nesting 16)'],
  ['an array', { value: [1] }, 'expected an object'],
  ['a text', { value: 'text' }, 'expected an object'],
  ['an int64', { value: 7n }, 'expected an object'],
  ['null', { value: null }, 'expected an object'],
];

describe.each(refused)('%s', (_, value, message) => {
  test('can not be inserted', async () => {
    await expect(client.mutation(api.refusals.insert, value)).rejects.toThrow(message);
  });
  test.each(['patch', 'replace'])('can not be written by %s', async (method) => {
    await expect(client.mutation(api.refusals[method], { id, ...value })).rejects.toThrow(message);
    expect(await client.query(api.refusals.get, { id })).toMatchObject({ _id: id, kept: 1 });
  });
});

describe('system fields', () => {
  test.each(['_id', '_creationTime'])('%s can not be inserted', async (field) => {
    const row = await client.query(api.refusals.get, { id });
    await expect(client.mutation(api.refusals.insert, { value: { [field]: row[field] } })).rejects.toThrow(
      `\`${field}\``,
    );
  });
  test.each(['patch', 'replace'])('may be repeated by %s, not changed', async (method) => {
    const own = await client.mutation(api.refusals.insert, { value: { a: 1 } });
    const row = await client.query(api.refusals.get, { id: own });
    await client.mutation(api.refusals[method], { id: own, value: { ...row, a: 2 } });
    expect(await client.query(api.refusals.get, { id: own })).toEqual({ ...row, a: 2 });
    await expect(client.mutation(api.refusals[method], { id: own, value: { ...row, _id: id } })).rejects.toThrow('_id');
    await expect(
      client.mutation(api.refusals[method], { id: own, value: { ...row, _creationTime: 1 } }),
    ).rejects.toThrow('_creationTime');
  });
});

test.each([
  ['a pair of surrogates', { odd: 'pair' }],
  ['a name of 1,024 characters', { odd: 'name of 1024' }],
  ['a name with a space', { odd: 'name with space' }],
  ['16 levels', { levels: 16 }],
])('%s can be written', async (_, value) => {
  expect(await client.mutation(api.refusals.insert, value)).toMatch(/^[0-9a-z]{31,37}$/);
});

describe('a result', () => {
  const ask = (kind: string, size: number) => client.query(api.refusals.result, { kind, size });
  test.each([
    ['levels', 64, 'Value is too nested (maximum nesting level 64)'],
    ['arrays', 64, 'Value is too nested (maximum nesting level 64)'],
    ['items', 8_192, 'Array length is too long (8193 > maximum length 8192)'],
    ['fields', 1_024, 'Object has too many fields (1025 > maximum number 1024)'],
  ])('has at most as many %s as Convex allows', async (kind, most, message) => {
    expect(JSON.stringify(await ask(kind, most)).length).toBeGreaterThan(most);
    await expect(ask(kind, most + 1)).rejects.toThrow(message);
  });
  test('has at most 16 MiB', async () => {
    expect(JSON.stringify(await ask('bytes', (16 << 20) - 10))).toHaveLength((16 << 20) - 3);
    await expect(ask('bytes', 16 << 20)).rejects.toThrow(
      'Function refusals:result return value is too large (actual: 16.00 MiB, limit: 16 MiB)',
    );
  });
  test('has no lone surrogate', async () => {
    await expect(ask('surrogate', 0)).rejects.toThrow('lone surrogate');
    expect(await ask('pair', 0)).toEqual({ text: '😀' });
  });
});

test('an argument with a lone surrogate is refused', async () => {
  await expect(client.mutation(api.refusals.insert, { value: { text: '\ud800' } })).rejects.toThrow('lone surrogate');
});

describe.each(['deep', 'deepMutation'])('calls within calls: %s', (name) => {
  const ask = (levels: number): Promise<number> =>
    name === 'deep'
      ? client.query(api.refusals.deep, { levels })
      : client.mutation(api.refusals.deepMutation, { levels });
  test('go eight levels deep', async () => {
    expect(await ask(8)).toBe(8);
    await expect(ask(9)).rejects.toThrow(
      'Cross component call depth limit exceeded. Do you have an infinite loop in your app?',
    );
  });
});

describe('a page', () => {
  test.each([
    [{ numItems: 0, cursor: null }, 'Must request at least 1 document while paginating'],
    [{ numItems: 1.5, cursor: null }, 'is not an integer'],
    [{ numItems: 1, cursor: null, maximumRowsRead: 0 }, 'maximumRowsRead and maximumBytesRead must be greater than 0'],
    [{ numItems: 1, cursor: null, maximumBytesRead: 0 }, 'maximumRowsRead and maximumBytesRead must be greater than 0'],
  ])('is refused for %j', async (options, message) => {
    await expect(client.query(api.refusals.page, { options })).rejects.toThrow(message);
  });
  test('is read otherwise', async () => {
    expect(await client.query(api.refusals.page, { options: { numItems: 1, cursor: null } })).toBe(1);
  });
});
