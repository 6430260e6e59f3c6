/** Deleted and replaced content leaves the data folder: a search through the bytes of every file of a running deployment. */
import { afterEach, expect, test } from 'vitest';
import { textsIn } from './byte-search.ts';
import { api, startServices, until } from './services/start.ts';
import type { Fixture } from './services/start.ts';

let fixture: Fixture;
afterEach(() => fixture.close());

const LONG = 15_000;
const noRemains = (texts: string[]) =>
  until(
    () => textsIn(fixture.dataDir, texts),
    (found) => found.length === 0,
    LONG,
  );

test('documents, keys of indexes and words of full-text indexes leave every file', { timeout: 40_000 }, async () => {
  fixture = await startServices();
  const client = fixture.http();
  const add = (word: string) =>
    client.mutation(api.articles.add, {
      title: `title${word}`,
      topic: `topic${word}`,
      body: `${word} ${word}more end`,
    });
  // Words in a row begin alike, and an index cuts off beginnings that are alike.
  const [gone, replaced, kept] = ['quokkagone', 'wombatold', 'numbatkept'];
  const first = await add(gone!);
  const second = await add(replaced!);
  await add(kept!);
  await until(
    () => textsIn(fixture.dataDir, [gone!, replaced!]).length,
    (count) => count >= 2,
    LONG,
  );
  await client.mutation(api.articles.remove, { id: first });
  await client.mutation(api.articles.edit, { id: second, patch: { title: 'title', topic: 'topic', body: 'new' } });
  await noRemains([gone!, replaced!]);
  expect(textsIn(fixture.dataDir, [kept!])).not.toEqual([]);
  expect(await client.query(api.articles.search, { text: kept })).toEqual([`title${kept}`]);
  expect(await client.query(api.articles.search, { text: gone })).toEqual([]);

  // A process that ends soon after the deletion leaves nothing either.
  const third = await add('bilbylate');
  await client.mutation(api.articles.remove, { id: third });
  await fixture.restart();
  expect(textsIn(fixture.dataDir, ['bilbylate', gone!])).toEqual([]);
});

test('the log is emptied while clients watch and write', { timeout: 40_000 }, async () => {
  fixture = await startServices();
  const live = fixture.live();
  let seen = 0;
  live.onUpdate(api.articles.search, { text: 'steady' }, () => {
    seen += 1;
  });
  const client = fixture.http();
  const id = await client.mutation(api.articles.add, { title: 'potoroogone', body: 'steady potoroogone' });
  await client.mutation(api.articles.remove, { id });
  let writing = true;
  const writes = (async () => {
    for (let n = 0; writing; n += 1) await client.mutation(api.articles.add, { title: `n${n}`, body: 'steady' });
  })();
  await noRemains(['potoroogone']).finally(() => {
    writing = false;
  });
  await writes;
  expect(seen).toBeGreaterThan(1);
});
