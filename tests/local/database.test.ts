/** Documents, indexes, filters and pages as a client sees them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import { api, startFixture } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
beforeAll(async () => {
  fixture = await startFixture();
  client = fixture.http();
});
afterAll(() => fixture.close());

const send = (channel: string, rank: number, body = `message ${rank}`) =>
  client.mutation(api.messages.send, { channel, rank, body }) as Promise<string>;

describe('documents', () => {
  test('are inserted, read, patched, replaced and deleted', async () => {
    const id = await send('crud', 1, 'first');
    expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{31,37}$/);
    const inserted = await client.query(api.messages.get, { id });
    expect(inserted).toMatchObject({ _id: id, body: 'first', channel: 'crud', rank: 1 });
    expect(Math.abs((inserted._creationTime as number) - Date.now())).toBeLessThan(5_000);
    expect(await client.mutation(api.messages.edit, { id, body: 'second', likes: 3 })).toMatchObject({
      body: 'second',
      likes: 3,
    });
    expect(await client.mutation(api.messages.edit, { id, likes: null })).not.toHaveProperty('likes');
    await client.mutation(api.messages.rewrite, { id, value: { channel: 'crud', body: 'third', rank: 9 } });
    expect(await client.query(api.messages.get, { id })).toEqual({
      _id: id,
      _creationTime: inserted._creationTime,
      channel: 'crud',
      body: 'third',
      rank: 9,
    });
    await client.mutation(api.messages.remove, { id });
    expect(await client.query(api.messages.get, { id })).toBeNull();
    await expect(client.mutation(api.messages.remove, { id })).rejects.toThrow('nonexistent document');
  });

  test('keep every kind of value', async () => {
    const bytes = Uint8Array.of(0, 255, 7).buffer;
    const stored = await client.mutation(api.runtime.echoBytes, { bytes, big: -(2n ** 63n) });
    expect(stored.value).toBe(-(2n ** 63n));
    expect(new Uint8Array(stored.bytes)).toEqual(new Uint8Array(bytes));
    expect(stored.special).toEqual([NaN, -0, Infinity]);
  });

  test('that break the schema are refused, with the field named', async () => {
    const id = await send('schema', 1);
    await expect(client.mutation(api.messages.rewrite, { id, value: { channel: 'schema', rank: 1 } })).rejects.toThrow(
      /Failed to insert or update a document in table "messages".*missing the required field `body`/s,
    );
    await expect(
      client.mutation(api.messages.rewrite, { id, value: { channel: 'schema', body: 'b', rank: 1, extra: 1 } }),
    ).rejects.toThrow('extra field `extra`');
  });

  test('ids of another table are refused where the validator names one', async () => {
    const other = (await client.mutation(api.runtime.insertAnything, { row: {} })) as string;
    await expect(client.query(api.messages.get, { id: other })).rejects.toThrow(
      /ArgumentValidationError.*from table `anything`/s,
    );
    await expect(client.query(api.messages.get, { id: 'nonsense' })).rejects.toThrow('ArgumentValidationError');
  });
});

describe('index ranges', () => {
  test('honour bounds and order', async () => {
    for (const rank of [5, 1, 4, 2, 3, -1, 2.5]) await send('range', rank);
    await send('ranger', 3);
    expect(await client.query(api.messages.between, { channel: 'range', from: 1, to: 4, order: 'asc' })).toEqual([
      2, 2.5, 3, 4,
    ]);
    expect(await client.query(api.messages.between, { channel: 'range', from: -5, to: 2, order: 'desc' })).toEqual([
      2, 1, -1,
    ]);
    expect(
      ((await client.query(api.messages.list, { channel: 'range' })) as { rank: number }[]).map(({ rank }) => rank),
    ).toEqual([-1, 1, 2, 2.5, 3, 4, 5]);
  });

  test('order values by type, then by value', async () => {
    const rows: [string, unknown][] = [
      ['object', { a: 1 }],
      ['missing', undefined],
      ['array', [1, 'x']],
      ['short array', [1]],
      ['null', null],
      ['int', 5n],
      ['negative int', -5n],
      ['negative', -1.5],
      ['zero', 0],
      ['minus zero', -0],
      ['infinity', Infinity],
      ['true', true],
      ['false', false],
      ['text', 'b'],
      ['prefix', 'a'],
      ['zero text', 'a\0b'],
      ['bytes', new ArrayBuffer(1)],
    ];
    for (const [name, value] of rows)
      await client.mutation(api.runtime.insertAnything, { row: value === undefined ? { name } : { name, value } });
    const sorted = ((await client.query(api.runtime.sortedValues, {})) as string[]).filter((name) =>
      rows.some(([known]) => known === name),
    );
    expect(sorted).toEqual([
      'missing',
      'null',
      'negative int',
      'int',
      'negative',
      'minus zero',
      'zero',
      'infinity',
      'false',
      'true',
      'prefix',
      'zero text',
      'text',
      'bytes',
      'short array',
      'array',
      'object',
    ]);
  });

  test('see the writes of the mutation that reads them', async () => {
    for (const rank of [1, 2, 3]) await send('from', rank);
    await send('to', 0);
    expect(await client.mutation(api.messages.moveAll, { from: 'from', to: 'to' })).toEqual({
      left: 0,
      moved: [0, 1, 2, 3],
    });
  });

  test('unique() refuses a second document', async () => {
    await send('unique', 1);
    expect(await client.query(api.messages.only, { channel: 'unique' })).toMatchObject({ rank: 1 });
    await send('unique', 2);
    await expect(client.query(api.messages.only, { channel: 'unique' })).rejects.toThrow(
      'unique() query returned more than one result',
    );
  });

  test('filters compare by Convex order, missing fields included', async () => {
    for (const likes of [1, 5, 9]) {
      const id = await send('liked', likes);
      await client.mutation(api.messages.edit, { id, likes, ...(likes === 9 ? { body: 'hidden' } : {}) });
    }
    expect(
      ((await client.query(api.messages.liked, { least: 2 })) as { likes: number }[]).map(({ likes }) => likes),
    ).toEqual([5]);
  });
});

describe('pages', () => {
  test('follow one another without gap or overlap', async () => {
    for (let rank = 0; rank < 7; rank++) await send('paged', rank);
    const ranks: number[] = [];
    let cursor: string | null = null;
    let pages = 0;
    for (;;) {
      const page: { page: { rank: number }[]; isDone: boolean; continueCursor: string } = await client.query(
        api.messages.page,
        {
          channel: 'paged',
          paginationOpts: { numItems: 3, cursor },
        },
      );
      ranks.push(...page.page.map(({ rank }) => rank));
      pages += 1;
      if (page.isDone) break;
      cursor = page.continueCursor;
      if (pages === 1) await send('paged', 1.5);
    }
    expect(ranks).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(pages).toBe(3);
  });

  test('refuse a cursor of another query', async () => {
    const page = await client.query(api.messages.page, {
      channel: 'paged',
      paginationOpts: { numItems: 1, cursor: null },
    });
    await expect(
      client.query(api.messages.page, {
        channel: 'other',
        paginationOpts: { numItems: 1, cursor: page.continueCursor },
      }),
    ).rejects.toThrow('InvalidCursor');
  });
});
