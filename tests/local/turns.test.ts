/** How the clients of one commit have their turns: all of them, in order, and others between them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Turns } from '../../packages/local/src/sync/turns.ts';

const nextTurn = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

async function begun(until: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !until(); turn += 1) await nextTurn();
}

function failed(error: unknown): void {
  throw error as Error;
}

test('everyone has one, in the order of asking, also after one that throws', async () => {
  /** How many ask in a row, and whether each of them throws; the rows come in turns of their own. */
  const rows = fc.array(fc.array(fc.boolean(), { maxLength: 80 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, async (asked) => {
      const seen: number[] = [];
      const errors: number[] = [];
      const turns = new Turns((error) => errors.push(error as number));
      let asking = 0;
      for (const row of asked) {
        for (const throws of row) {
          const number = asking++;
          turns.take(() => {
            seen.push(number);
            if (throws) throw number;
          });
        }
        await nextTurn();
      }
      await begun(() => seen.length === asking);
      expect(seen).toEqual(Array.from({ length: asking }, (_, number) => number));
      expect(errors).toEqual(seen.filter((number) => asked.flat()[number]));
    }),
    { numRuns: 60 },
  );
});

test('the first begin once the turn of asking has told all its news', async () => {
  const turns = new Turns(failed);
  const news: string[] = [];
  turns.take(() => news.push('begun'));
  news.push('told');
  expect(news).toEqual(['told']);
  await Promise.resolve();
  expect(news).toEqual(['told', 'begun']);
});

test('other due work runs between them', async () => {
  const turns = new Turns(failed);
  let count = 0;
  let whenDue = 0;
  for (let at = 0; at < 200; at += 1) {
    turns.take(() => {
      count += 1;
      const end = performance.now() + 0.2;
      while (performance.now() < end);
    });
  }
  setTimeout(() => {
    whenDue = count;
  }, 1);
  await begun(() => count === 200);
  expect(whenDue).toBeGreaterThan(0);
  expect(whenDue).toBeLessThan(200);
});

test('one that asks again at once waits behind the others, and holds up nothing', async () => {
  const turns = new Turns(failed);
  const seen: string[] = [];
  let over = false;
  const greedy = () => {
    seen.push('greedy');
    if (!over) turns.take(greedy);
  };
  turns.take(greedy);
  for (let at = 0; at < 40; at += 1) turns.take(() => seen.push('other'));
  await begun(() => seen.filter((who) => who === 'other').length === 40);
  over = true;
  expect(seen.slice(0, 42)).toEqual(['greedy', ...Array.from({ length: 40 }, () => 'other'), 'greedy']);
});
