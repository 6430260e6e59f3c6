/** Convex's limits on one transaction, and how long results of scheduled functions are kept. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
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

const fill = (group: string, count: number, bytes: number) => client.mutation(api.rows.fill, { group, count, bytes });
const count = (group: string): Promise<number> => client.query(api.rows.countIn, { group });

describe('a transaction', () => {
  test('writes at most 16,000 documents', async () => {
    await expect(fill('many', 16_001, 1)).rejects.toThrow(
      'Too many writes in a single function execution (limit: 16000)',
    );
    expect(await count('many')).toBe(0);
    await fill('enough', 16_000, 1);
    expect(await count('enough')).toBe(16_000);
  });

  test('reads at most 32,000 documents', async () => {
    for (const size of [16_000, 16_000]) await fill('read', size, 1);
    expect(await count('read')).toBe(32_000);
    await fill('read', 1, 1);
    await expect(count('read')).rejects.toThrow(
      'Too many documents read in a single function execution (limit: 32000)',
    );
  });

  test('writes and reads at most 16 MiB each, in documents of at most 1 MiB', async () => {
    await expect(fill('huge', 1, 1 << 20)).rejects.toThrow('Value is too large');
    await expect(fill('heavy', 17, 1_000_000)).rejects.toThrow(
      'Too many bytes written in a single function execution (limit: 16777216 bytes)',
    );
    for (const size of [8, 8]) await fill('heavy', size, 1_000_000);
    expect(await count('heavy')).toBe(16);
    await fill('heavy', 1, 1_000_000);
    await expect(count('heavy')).rejects.toThrow(
      'Too many bytes read in a single function execution (limit: 16777216 bytes)',
    );
  });

  test('reads at most 4,096 index ranges', async () => {
    expect(await client.query(api.rows.ranges, { count: 4_096 })).toBe(4_096);
    await expect(client.query(api.rows.ranges, { count: 4_097 })).rejects.toThrow(
      'Too many reads in a single function execution (limit: 4096)',
    );
  });

  test('schedules at most 1,000 functions, with 16 MiB of arguments', async () => {
    await expect(client.mutation(api.rows.schedule, { count: 1_001 })).rejects.toThrow(
      'Too many functions scheduled by this mutation (limit: 1000)',
    );
    await expect(client.mutation(api.rows.schedule, { count: 17, bytes: 1_000_000 })).rejects.toThrow(
      'Too large total size of the arguments of scheduled functions',
    );
    expect(await client.query(api.rows.scheduled, {})).toEqual([]);
    await client.mutation(api.rows.schedule, { count: 1_000 });
    expect(await client.query(api.rows.scheduled, {})).toHaveLength(1_000);
  });
});

test('a scheduled function that ended is forgotten after seven days, one that waits is not', async () => {
  const read = async () => {
    const states = (await fixture.http().query(api.rows.scheduled, {})) as string[];
    return {
      success: states.filter((state) => state === 'success').length,
      pending: states.filter((state) => state === 'pending').length,
    };
  };
  await client.mutation(api.rows.runSoon, {});
  const before = await until(read, ({ success }) => success === 1);
  vi.setSystemTime(Date.now() + 6.9 * 86_400_000);
  try {
    await fixture.restart();
    await until(read, ({ pending }) => pending === 0, 20_000);
    const now = await read();
    expect(now.success).toBe(1 + before.pending);
    vi.setSystemTime(Date.now() + 0.2 * 86_400_000);
    await fixture.http().mutation(api.rows.schedule, { count: 2 });
    await fixture.restart();
    expect(await read()).toEqual({ success: before.pending, pending: 2 });
  } finally {
    vi.useRealTimers();
  }
}, 60_000);
