/** Queries that actions call: they run again once what they read has changed, and otherwise answer from the cache. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, startFixture } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

function call<Result>(name: string, args: object = {}, module = 'cached'): Promise<Result> {
  return fixture.http().action(api.cached.call, { module, name, args }) as Promise<Result>;
}

const increment = (name: string) => fixture.http().mutation(api.counters.increment, { name, by: 1 });

interface Read {
  value: number;
  runs: number;
}

test('a query that was asked before does not run again, and its console output is repeated', async () => {
  const first = await call<Read>('counter', { name: 'idle' });
  await increment('somebody else');
  expect(await call('counter', { name: 'idle' })).toEqual(first);
  const { logLines } = (await (
    await fetch(`${fixture.deployment.url}/api/action`, {
      method: 'POST',
      body: JSON.stringify({
        path: 'cached:call',
        args: [{ module: 'cached', name: 'counter', args: { name: 'idle' } }],
      }),
    })
  ).json()) as { logLines: string[] };
  expect(logLines).toEqual(["[LOG] 'reads idle'"]);
});

test('a query runs again after a commit to what it read', async () => {
  for (const value of [0, 1, 2]) {
    const read = await call<Read>('counter', { name: 'busy' });
    expect(read.value).toBe(value);
    expect(await call('counter', { name: 'busy' })).toEqual(read);
    await increment('busy');
  }
});

test('an answer is not kept that a commit overtook', async () => {
  for (let value = 1; value <= 20; value += 1) {
    await Promise.all([call('readSlowly', { name: 'raced' }, 'counters'), increment('raced')]);
    expect(await call('readSlowly', { name: 'raced' }, 'counters')).toBe(value);
  }
});

test('people do not share an answer', async () => {
  const subjects = ['ann', 'bob', 'ann'];
  const seen = [];
  for (const subject of subjects) {
    const identity = { issuer: 'https://people.example', subject, tokenIdentifier: subject };
    const args = { module: 'cached', name: 'identity', args: {} };
    seen.push(await fixture.deployment.run('cached:call', args, { identity }));
  }
  expect(seen).toEqual(subjects.map((subject) => ({ subject })));
  expect(await call('identity')).toEqual({ subject: null });
});

describe('a query runs each time', () => {
  test.each(['clock', 'nestedClock', 'chance'])('that depends on more than data: %s', async (name) => {
    const [first, second] = [await call<Read>(name), await call<Read>(name)];
    expect(second.runs).toBe(first.runs + 1);
  });
});
