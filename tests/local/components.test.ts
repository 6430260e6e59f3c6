/** An installed component runs in its own tables, with its own components inside. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConvexError } from 'convex/values';
import { api, startFixture, until } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('the rate limiter admits calls by person, across restarts', async () => {
  const greet = (who: string) => fixture.http().mutation(api.limits.greet, { who });
  expect([await greet('ada'), await greet('ada'), await greet('ada')]).toEqual([true, true, false]);
  expect(await greet('bob')).toBe(true);
  await fixture.restart();
  expect(await greet('ada')).toBe(false);
});

test('an error of the component reaches the caller with its data', async () => {
  const insist = () => fixture.http().mutation(api.limits.insist, { who: 'cleo' });
  await insist();
  await insist();
  const refused = (await insist().catch((error: unknown) => error)) as ConvexError<any>;
  expect(refused).toBeInstanceOf(ConvexError);
  expect(refused.data).toMatchObject({ kind: 'RateLimited', name: 'greet' });
});

test('a nested component works off its queue, with function handles, snapshots and commit timestamps', async () => {
  const taken = (who: string) => fixture.http().query(api.limits.left, { who }) as Promise<number>;
  expect(await taken('dora')).toBe(5);
  await fixture.http().mutation(api.limits.takeLater, { who: 'dora', count: 3 });
  expect(
    await until(
      () => taken('dora'),
      (value) => value < 3,
    ),
  ).toBeCloseTo(2, 0);
});

test('the functions and tables of a component are out of reach', async () => {
  await expect(fixture.http().mutation(api.rateLimiter.lib.clearAll, {})).rejects.toThrow(
    'Could not find public function',
  );
  const admin = fixture.http();
  (admin as any).setAdminAuth(fixture.deployment.adminKey);
  expect(await (admin as any).function('lib:clearAll', 'rateLimiter', {})).toBeNull();
});
