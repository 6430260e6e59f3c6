/** Full-text search: matches, their order, limits, and re-runs of live searches. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import { api, startServices, until } from './services/start.ts';
import type { Fixture } from './services/start.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
beforeAll(async () => {
  fixture = await startServices();
  client = fixture.http();
});
afterAll(() => fixture.close());

const add = (title: string, body?: string, more: { topic?: string; stars?: number } = {}) =>
  client.mutation(api.articles.add, { title, ...(body === undefined ? {} : { body }), ...more }) as Promise<string>;
const search = (text: string, more: object = {}) =>
  client.query(api.articles.search, { text, ...more }) as Promise<string[]>;

describe('a search', () => {
  test('finds any of the words, in any case, and the last one by its beginning', async () => {
    await add('fox', 'The Quick brown fox');
    await add('dog', 'a lazy dog, brown too');
    await add('über', 'Über allen Gipfeln ist Ruh');
    await add('no body');
    expect((await search('BROWN')).sort()).toEqual(['dog', 'fox']);
    expect(await search('quick unheard')).toEqual(['fox']);
    expect(await search('lazy qu')).toEqual(expect.arrayContaining(['dog', 'fox']));
    expect(await search('qui')).toEqual(['fox']);
    // Only the last word may be a beginning.
    expect(await search('qui dog')).toEqual(['dog']);
    expect(await search('ÜBER')).toEqual(['über']);
    expect(await search('" OR * NOT (')).toEqual([]);
    expect(await search('!?')).toEqual([]);
    expect(await search(`${'x'.repeat(40)} gipfeln`)).toEqual(['über']);
  });

  test('puts the rarer word, the shorter text and, of equals, the newer document first', async () => {
    for (let at = 0; at < 8; at++) await add(`common ${at}`, 'zebra stripes and more zebra facts for all readers');
    await add('rare', 'zebra okapi');
    expect((await search('okapi zebra'))[0]).toBe('rare');
    await add('long', `penguin ${'filler '.repeat(60)}`);
    await add('short', 'penguin facts');
    expect(await search('penguin')).toEqual(['short', 'long']);
    await add('older twin', 'identical quokka');
    await add('newer twin', 'identical quokka');
    expect(await search('quokka')).toEqual(['newer twin', 'older twin']);
  });

  test('filters by equality, missing fields and numbers included', async () => {
    await add('a', 'heron', { topic: 'birds', stars: 3 });
    await add('b', 'heron', { topic: 'boats', stars: 3 });
    await add('c', 'heron', { stars: 5 });
    expect(await search('heron', { topic: 'birds' })).toEqual(['a']);
    expect(await search('heron', { topic: null })).toEqual(['c']);
    expect((await search('heron', { stars: 3 })).sort()).toEqual(['a', 'b']);
    expect(await search('heron', { topic: 'boats', stars: 5 })).toEqual([]);
    expect(await client.query(api.articles.starred, { text: 'heron', least: 4 })).toEqual(['c']);
    expect(await search('heron', { take: 1 })).toHaveLength(1);
  });

  test('follows edits and deletions', async () => {
    const id = await add('edited', 'ibis');
    await client.mutation(api.articles.edit, { id, patch: { title: 'renamed' } });
    expect(await search('ibis')).toEqual(['renamed']);
    await client.mutation(api.articles.edit, { id, patch: { body: 'stork', topic: 'birds' } });
    expect([await search('ibis'), await search('stork', { topic: 'birds' })]).toEqual([[], ['renamed']]);
    await client.mutation(api.articles.edit, { id, patch: { body: undefined } });
    await client.mutation(api.articles.edit, { id, patch: { body: 'stork again' } });
    expect(await search('again')).toEqual(['renamed']);
    await client.mutation(api.articles.remove, { id });
    expect(await search('stork')).toEqual([]);
  });

  test("sees the mutation's own writes, and forgets them when it fails", async () => {
    const [kept, removed, rewritten] = [
      await add('kept', 'walrus'),
      await add('removed', 'walrus'),
      await add('rewritten', 'walrus'),
    ];
    await expect(
      client.mutation(api.articles.searchOwnWrites, { remove: removed, rewrite: rewritten, fail: true }),
    ).rejects.toThrow('found kept, own');
    expect((await search('walrus')).sort()).toEqual(['kept', 'removed', 'rewritten']);
    expect(
      await client.mutation(api.articles.searchOwnWrites, { remove: removed, rewrite: rewritten, fail: false }),
    ).toEqual(['kept', 'own']);
    expect((await search('walrus')).sort()).toEqual(['kept', 'own']);
    await client.mutation(api.articles.remove, { id: kept });
  });

  test('comes in pages without gap or overlap', async () => {
    for (let at = 0; at < 7; at++) await add(`page ${at}`, `ostrich ${'pad '.repeat(at)}`);
    const found: string[] = [];
    let cursor: string | null = null;
    for (let pages = 1; ; pages++) {
      const page: any = await client.query(api.articles.pages, {
        text: 'ostrich',
        paginationOpts: { numItems: 3, cursor },
      });
      found.push(...page.page);
      if (page.isDone) {
        expect(pages).toBe(3);
        break;
      }
      cursor = page.continueCursor;
    }
    expect(found).toEqual([0, 1, 2, 3, 4, 5, 6].map((at) => `page ${at}`));
  });
});

describe('the limits', () => {
  test('are those of Convex', async () => {
    const wrong = (what: string) => client.query(api.articles.wrong, { what });
    await expect(wrong('field')).rejects.toThrow(
      'contains a search filter against "title", which doesn\'t match the indexed `searchField` "body"',
    );
    await expect(wrong('filter')).rejects.toThrow(
      'contains an equality filter on "title" but that field isn\'t indexed for filtering in `filterFields`',
    );
    await expect(wrong('twice')).rejects.toThrow(
      'contains multiple search filters against "body". Only one is allowed.',
    );
    await expect(wrong('many')).rejects.toThrow('too many filter conditions. Max: 8 Actual: 9');
    await expect(wrong('kind')).rejects.toThrow('Index articles.by_topic not found');
    await expect(wrong('none')).rejects.toThrow('Index articles.no_such_index not found');
  });

  test('words after the sixteenth are ignored', async () => {
    await add('late', 'seventeenth');
    const fifteen = Array.from({ length: 15 }, (_, at) => `absent${at}`).join(' ');
    expect(await search(`${fifteen} seventeenth`)).toEqual(['late']);
    expect(await search(`${fifteen} absent15 seventeenth`)).toEqual([]);
  });

  test('a query may look at 1,024 results and no further', async () => {
    await client.mutation(api.articles.addMany, { count: 1_100, body: 'flamingo number #', topic: 'many' });
    expect(await search('flamingo', { take: 1_024 })).toHaveLength(1_024);
    await expect(client.query(api.articles.everything, { text: 'flamingo' })).rejects.toThrow(
      'Search query scanned too many documents (fetched 1024).',
    );
  });
});

describe('a live search', () => {
  let draws: { titles: string[]; draw: number }[];
  beforeEach(async () => {
    draws = [];
    const live = fixture.live();
    live.onUpdate(api.articles.draw, { text: 'pelican' }, (value: { titles: string[]; draw: number }) =>
      draws.push(value),
    );
    await until(
      () => draws.length,
      (length) => length === 1,
    );
  });

  test('runs again when a document of the index changes, and for nothing else', async () => {
    const id = await add('pelican', 'a pelican');
    await until(
      () => draws.at(-1)!.titles,
      (titles) => titles[0] === 'pelican',
    );
    await client.mutation(api.articles.edit, { id, patch: { title: 'renamed' } });
    await until(
      () => draws.at(-1)!.titles,
      (titles) => titles[0] === 'renamed',
    );
    const runs = draws.length;
    await client.mutation(api.rows.fill, { group: 'unrelated', count: 3, bytes: 3 });
    await add('outside of the index');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(draws).toHaveLength(runs);
    await client.mutation(api.articles.remove, { id });
    await until(
      () => draws.at(-1)!.titles,
      (titles) => titles.length === 0,
    );
  });
});

test('an index that the schema gains, changes or loses is rebuilt at start', async () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const project = mkdtempSync(join(here, 'services', '.project-'));
  const schema = join(project, 'convex', 'schema.ts');
  const changed = async (change: (source: string) => string) => {
    writeFileSync(schema, change(readFileSync(schema, 'utf8')));
    await moved.restart();
    return moved.http();
  };
  cpSync(join(here, 'services', 'convex'), join(project, 'convex'), { recursive: true });
  const original = readFileSync(schema, 'utf8');
  writeFileSync(schema, original.replace(/\s+\.searchIndex\([^;]*?\}\)/, ''));
  const moved = await startServices({ functionsDir: join(project, 'convex') });
  try {
    let http = moved.http();
    await http.mutation(api.articles.add, { title: 'early', body: 'written before', topic: 't' });
    await expect(http.query(api.articles.search, { text: 'before' })).rejects.toThrow(
      'Index articles.search_body not found',
    );
    http = await changed(() => original);
    expect(await http.query(api.articles.search, { text: 'before', topic: 't' })).toEqual(['early']);
    http = await changed((source) => source.replace("searchField: 'body'", "searchField: 'title'"));
    await expect(http.query(api.articles.search, { text: 'early' })).rejects.toThrow(
      'doesn\'t match the indexed `searchField` "title"',
    );
    http = await changed(() => original);
    expect(await http.query(api.articles.search, { text: 'before' })).toEqual(['early']);
  } finally {
    await moved.close();
    rmSync(project, { recursive: true, force: true });
  }
});
