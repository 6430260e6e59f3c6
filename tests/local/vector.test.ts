/** Vector search: exact cosine, filters, limits, and the rows kept in memory in step with commits. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import { ResidentVectors } from '../../packages/local/src/vector/resident.ts';
import { normalised } from '../../packages/local/src/vector/vector-index.ts';
import { api, startServices } from './services/start.ts';
import type { Fixture } from './services/start.ts';

interface Found {
  name: string;
  score: number;
}

let fixture: Fixture;
let client: ConvexHttpClient;
let ids: string[];
beforeAll(async () => {
  fixture = await startServices();
  client = fixture.http();
  ids = await client.mutation(api.places.add, {
    places: [
      { name: 'east', kind: 'cafe', open: true, position: [2, 0, 0] },
      { name: 'north', kind: 'cafe', open: false, position: [1, 3, 0] },
      { name: 'north-east', kind: 'bar', open: true, position: [5, 5, 0] },
      { name: 'west', kind: 'shop', open: false, position: [-1, 0, 0] },
      { name: 'flat', kind: 'cafe', open: true, position: [1, 1] },
      { name: 'nowhere', kind: 'shop', open: true, position: [0, 0, 0] },
    ],
  });
});
afterAll(() => fixture.close());

const near = (position: number[], more: object = {}) =>
  client.action(api.places.near, { position, ...more }) as Promise<Found[]>;
const names = async (...args: Parameters<typeof near>) => (await near(...args)).map(({ name }) => name);

describe('a vector search', () => {
  test('gives the cosine of the angle, nearest first, and skips vectors of other dimensions', async () => {
    const found = await near([10, 0, 0]);
    expect(found.map(({ name }) => name)).toEqual(['east', 'north-east', 'north', 'nowhere', 'west']);
    for (const [at, score] of [1, Math.SQRT1_2, Math.sqrt(0.1), 0, -1].entries())
      expect(found[at]!.score).toBeCloseTo(score, 6);
    expect(await names([1, 0, 0], { limit: 2 })).toEqual(['east', 'north-east']);
  });

  test('admits rows that meet any of the conditions', async () => {
    expect(await names([1, 0, 0], { kinds: ['cafe'] })).toEqual(['east', 'north']);
    expect(await names([1, 0, 0], { kinds: ['bar', 'shop'] })).toEqual(['north-east', 'nowhere', 'west']);
    expect(await names([1, 0, 0], { kinds: ['bar'], open: false })).toEqual(['north-east', 'north', 'west']);
    expect(await names([1, 0, 0], { kinds: ['library'] })).toEqual([]);
  });

  test('refuses the same as Convex', async () => {
    await expect(near([1, 0])).rejects.toThrow(
      'the vector index has 3 dimensions, and the query vector has 2 dimensions',
    );
    await expect(near([1, 0, 0], { limit: 257 })).rejects.toThrow(
      'Vector queries can fetch at most 256 results, requested 257.',
    );
    await expect(near([1, 0, 0], { kinds: Array.from({ length: 65 }, (_, at) => `k${at}`) })).rejects.toThrow(
      'too many conditions. Max: 64 Actual: 65',
    );
    await expect(client.action(api.places.wrongFilter, {})).rejects.toThrow(
      'equality filter on "name" but that field isn\'t indexed for filtering',
    );
  });

  test('sees committed writes only, and all of them', async () => {
    await expect(client.mutation(api.places.remove, { id: ids[0], fail: true })).rejects.toThrow('changed my mind');
    expect(await names([1, 0, 0], { limit: 1 })).toEqual(['east']);
    await client.mutation(api.places.edit, { id: ids[3], patch: { position: [9, 0.1, 0], kind: 'bar' } });
    expect(await names([1, 0, 0], { kinds: ['bar'] })).toEqual(['west', 'north-east']);
    await client.mutation(api.places.remove, { id: ids[0] });
    await client.mutation(api.places.edit, { id: ids[1], patch: { position: [1] } });
    await client.mutation(api.places.edit, { id: ids[4], patch: { position: [1, 1, 1] } });
    const after = await near([1, 0, 0]);
    expect(after.map(({ name }) => name)).toEqual(['west', 'north-east', 'flat', 'nowhere']);
    await fixture.restart();
    client = fixture.http();
    expect(await near([1, 0, 0])).toEqual(after);
  });
});

test('many rows, growing and shrinking, are searched as one by one', () => {
  const [dimensions, count] = [37, 3_000];
  const resident = new ResidentVectors(dimensions, 1);
  let seed = 7;
  const draw = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  const rows = new Map<string, { vector: Float32Array; group: string }>();
  for (let at = 0; at < count; at++) {
    const row = { vector: normalised(Array.from({ length: dimensions }, draw)), group: `g${at % 3}` };
    rows.set(`id${at}`, row);
    resident.put({ id: `id${at}`, vector: row.vector, filters: [row.group] });
  }
  for (let at = 0; at < count; at += 4) {
    rows.delete(`id${at}`);
    resident.delete(`id${at}`);
  }
  const query = normalised(Array.from({ length: dimensions }, draw));
  for (const group of [null, 'g1']) {
    const expected = [...rows]
      .filter(([, row]) => group === null || row.group === group)
      .map(([id, { vector }]) => ({ id, score: vector.reduce((sum, value, at) => sum + value * query[at]!, 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 50);
    const found = resident.nearest(query, 50, group === null ? null : new Map([[0, [group]]]));
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    for (const [at, { score }] of found.entries()) expect(score).toBeCloseTo(expected[at]!.score, 5);
  }
});
