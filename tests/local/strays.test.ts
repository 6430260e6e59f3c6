/** Errors that a function leaves behind, and calls that would end the process, fail that function and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import type { LogLine } from '../../packages/local/src/index.ts';
import { api, startParity, until } from './parity/start.ts';
import type { Fixture } from './parity/start.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
const lines: LogLine[] = [];
beforeAll(async () => {
  fixture = await startParity({ log: (line) => lines.push(line), logMessages: true });
  client = fixture.http();
});
afterAll(() => fixture.close());

const LEFT = ['rejection', 'async function', 'microtask', 'event listener', 'abort listener'];
const TIMED = ['timer', 'interval', 'message'];
const BY_NODE = ['rejection', 'timer', 'tick', 'immediate', 'callback', 'emitter'];
const ENDING = ['exit', 'imported exit', 'global exit', 'exit in a timer', 'abort', 'kill'];

test('the ways are all of the fixture’s', async () => {
  expect(await client.query(api.strays.names, {})).toEqual({ left: LEFT, timed: TIMED });
});

describe.each(LEFT)('an error left behind by way of %s', (how) => {
  test('fails a query', async () => {
    await expect(client.query(api.strays.inQuery, { how })).rejects.toThrow(`Uncaught Error: stray: ${how}`);
  });
  test('fails a mutation, which writes nothing', async () => {
    await expect(client.mutation(api.strays.inMutation, { how })).rejects.toThrow(`Uncaught Error: stray: ${how}`);
    expect(await client.query(api.strays.rows, { by: 'stray' })).toBe(0);
  });
});

test.each([...LEFT, ...TIMED])('an error left behind by way of %s fails an action', async (how) => {
  await expect(client.action(api.strays.inAction, { how })).rejects.toThrow(`Uncaught Error: stray: ${how}`);
});

test.each(BY_NODE)('an error left behind by way of %s fails an action in Node', async (how) => {
  await expect(client.action(api.node.go, { how })).rejects.toThrow(`Uncaught Error: stray: ${how}`);
});

test.each(ENDING)('a call that would end the process by way of %s fails the action', async (how) => {
  await expect(client.action(api.node.go, { how })).rejects.toThrow(
    /Uncaught Error: process\.\w+\(\) would end the deployment/,
  );
});

test('a rejection that is handled later fails nothing', async () => {
  expect(await client.query(api.strays.handledLater, {})).toBe('handled');
});

test('an error after the answer is told to the log', async () => {
  expect(await client.action(api.strays.late, {})).toBe('answered');
  await until(
    () => lines.find(({ event }) => event === 'function.stray'),
    (line) => line?.path === 'strays:late',
  );
});

describe('a nested call that is not awaited', () => {
  test('runs in the transaction', async () => {
    await client.mutation(api.strays.unawaited, { by: 'well', fail: false });
    expect(await client.query(api.strays.rows, { by: 'well' })).toBe(2);
  });
  test('fails the mutation if it fails', async () => {
    await expect(client.mutation(api.strays.unawaited, { by: 'ill', fail: true })).rejects.toThrow('stray: nested');
    expect(await client.query(api.strays.rows, { by: 'ill' })).toBe(0);
  });
});

describe('an HTTP action', () => {
  const get = (path: string) => fetch(`${fixture.deployment.siteUrl}${path}`);
  test.each(['error', 'throws', 'after a chunk', 'not bytes', 'timer'])(
    'with a stream that fails by way of %s breaks its own answer',
    async (how) => {
      const answer = get(`/stream?how=${encodeURIComponent(how)}`).then(async (response) => ({
        body: await response.text(),
        status: response.status,
      }));
      // Once the head is sent only the connection can tell; before that, the status does.
      expect(
        await answer.then(
          ({ status }) => status,
          () => 500,
        ),
      ).toBe(500);
      expect(await (await get('/well')).text()).toBe('well');
    },
  );
  test('that leaves a rejection behind fails', async () => {
    expect((await get('/rejects')).status).toBe(500);
  });
});

test('a live query that fails this way goes on to serve the others', async () => {
  const failures: string[] = [];
  const live = fixture.live();
  live.onUpdate(
    api.strays.inQuery,
    { how: 'rejection' },
    () => undefined,
    (error: Error) => failures.push(error.message),
  );
  await until(
    () => failures,
    (seen) => seen.length > 0,
  );
  expect(failures[0]).toContain('stray: rejection');
  expect(await live.query(api.strays.rows, { by: 'nobody' })).toBe(0);
});

test('mutations that share a commit with one that fails late are kept', async () => {
  const adds = Array.from({ length: 20 }, () => client.mutation(api.strays.add, { by: 'beside', fail: false }));
  const stray = fixture.http().mutation(api.strays.inMutation, { how: 'rejection' });
  const after = Array.from({ length: 20 }, () =>
    fixture.http().mutation(api.strays.add, { by: 'beside', fail: false }),
  );
  await expect(stray).rejects.toThrow('stray: rejection');
  await Promise.all([...adds, ...after]);
  expect(await client.query(api.strays.rows, { by: 'beside' })).toBe(40);
  expect(await client.query(api.strays.rows, { by: 'stray' })).toBe(0);
});
