/** How functions run: nested calls, errors, determinism, limits, visibility. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import { ConvexError } from 'convex/values';
import { api, startFixture } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
beforeAll(async () => {
  fixture = await startFixture();
  client = fixture.http();
});
afterAll(() => fixture.close());

const counter = (name: string) => client.query(api.counters.read, { name }) as Promise<number>;

describe('nested calls', () => {
  test('that throw undo their own writes only', async () => {
    expect(await client.mutation(api.counters.nested, { name: 'nested' })).toEqual({
      caught: { code: 'REFUSED', value: 2 },
      value: 4,
    });
    expect(await counter('nested')).toBe(4);
  });

  test('of an action are transactions of their own', async () => {
    expect(await client.action(api.counters.viaAction, { name: 'action' })).toEqual({
      failed: { code: 'REFUSED', value: 2 },
      value: 1,
    });
  });
});

describe('a failing mutation', () => {
  test('leaves nothing behind and hands ConvexError data to the client', async () => {
    const failure = await client
      .mutation(api.counters.failing, { name: 'failing', how: 'convex' })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConvexError);
    expect((failure as ConvexError<any>).data).toEqual({ code: 'NO', count: 2n });
    expect(await counter('failing')).toBe(0);
  });

  test('tells its message as a development deployment does, without a stack', async () => {
    const failure = (await client
      .mutation(api.counters.failing, { name: 'failing', how: 'plain' })
      .catch((error: unknown) => error)) as Error;
    expect(failure.message).toMatch(/^\[Request ID: [0-9a-f]+\] Server Error\nUncaught Error: boom$/);
  });
});

describe('the runtime of queries and mutations', () => {
  test('is deterministic and has the web APIs', async () => {
    const seen = await client.query(api.runtime.deterministic, {});
    expect(seen).toMatchObject({
      clockStands: true,
      base64: 'aGk=hi',
      params: 'a=1',
      env: 'hello',
      blob: 3,
      header: 'b',
      invalidUrl: 'TypeError',
      clone: { deep: [1, 2] },
      urls: [fixture.deployment.url, fixture.deployment.siteUrl],
    });
    expect(Buffer.from(seen.digest).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(seen.refused.fetch).toContain("Can't use fetch() in queries and mutations");
    expect(seen.refused.setTimeout).toContain("Can't use setTimeout() in queries and mutations");
  });

  test('lets actions wait and fetch', async () => {
    expect(await client.action(api.runtime.timers, {})).toBeGreaterThanOrEqual(25);
  });

  test('runs "use node" actions in Node', async () => {
    const result = await client.action(api.files.hash, { text: 'abc' });
    expect(result).toMatchObject({
      hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      env: 'hello',
    });
    expect(await counter('node')).toBe(1);
  });
});

describe('arguments', () => {
  test('are checked against the validators', async () => {
    await expect(client.query(api.counters.read, {})).rejects.toThrow(
      'ArgumentValidationError: Object is missing the required field `name`',
    );
    await expect(client.query(api.counters.read, { name: 1 })).rejects.toThrow('Path: .name');
    await expect(client.query(api.counters.read, { name: 'x', more: 1 })).rejects.toThrow('extra field `more`');
  });
});

describe('visibility', () => {
  test('internal functions look absent to clients', async () => {
    const absent = /Could not find public function for 'nested\/deep:whisper'/;
    await expect(client.query(api.nested.deep.whisper, {})).rejects.toThrow(absent);
    await expect(client.query(api.nested.deep.missing, {})).rejects.toThrow(
      /Could not find public function for 'nested\/deep:missing'/,
    );
    await expect(client.mutation(api.counters.internalIncrement, { name: 'x' })).rejects.toThrow(
      'Could not find public function',
    );
    expect(await client.query(api.nested.deep.default, {})).toBe('default export');
  });

  test('the admin key opens them, a wrong key does not', async () => {
    const admin = fixture.http();
    (admin as any).setAdminAuth(fixture.deployment.adminKey);
    expect(await admin.query(api.nested.deep.whisper, {})).toBe('internal');
    expect(await (admin as any).function('files:secret', undefined, {})).toBe('for admins');
    const intruder = fixture.http();
    (intruder as any).setAdminAuth('local|0000');
    await expect(intruder.query(api.nested.deep.whisper, {})).rejects.toThrow('BadDeployKey');
  });

  test('an admin may act as a person', async () => {
    const admin = fixture.http();
    (admin as any).setAdminAuth(fixture.deployment.adminKey, {
      subject: 'ada',
      issuer: 'https://people.invalid',
      name: 'Ada',
    });
    expect(await admin.query(api.runtime.identity, {})).toEqual({
      subject: 'ada',
      issuer: 'https://people.invalid',
      name: 'Ada',
      tokenIdentifier: 'https://people.invalid|ada',
    });
  });

  test('the process that started the deployment may run anything', async () => {
    expect(await fixture.deployment.run('nested/deep:whisper')).toBe('internal');
    expect(await fixture.deployment.run('runtime:identity', {}, { identity: { subject: 'bob' } })).toMatchObject({
      subject: 'bob',
    });
    await expect(fixture.deployment.run('counters:failing', { name: 'x', how: 'convex' })).rejects.toMatchObject({
      data: { code: 'NO', count: 2n },
    });
  });

  test('a function of another kind is refused', async () => {
    await expect(client.query(api.counters.increment, { name: 'x' })).rejects.toThrow(
      'Trying to execute counters:increment as Query, but it is defined as Mutation.',
    );
  });
});

describe('limits', () => {
  test('the metrics of a transaction count its reads and writes', async () => {
    const metrics = await client.mutation(api.runtime.metrics, { writes: 4 });
    expect(metrics.documentsWritten).toEqual({ used: 4, remaining: 15_996 });
    expect(metrics.documentsRead.used).toBe(3);
    expect(metrics.databaseQueries).toEqual({ used: 1, remaining: 4_095 });
    expect(metrics.bytesWritten.used).toBeGreaterThan(4 * 50);
    expect(metrics.functionsScheduled).toEqual({ used: 0, remaining: 1_000 });
  });

  test('too many reads fail the function', async () => {
    await expect(client.query(api.runtime.tooManyReads, {})).rejects.toThrow(
      'Too many reads in a single function execution (limit: 4096)',
    );
  });
});

describe('commit timestamps', () => {
  test('are unknown inside the mutation and ordered after it', async () => {
    const first = await client.mutation(api.runtime.append, { what: 'first' });
    expect(first.seesOwn).toBe(true);
    const second = await client.mutation(api.runtime.append, { what: 'second' });
    expect(second.at).toBeGreaterThan(first.at);
    const rows = (await client.query(api.runtime.logSince, { since: first.at })) as { what: string; at: bigint }[];
    expect(rows.map(({ what, at }) => [what, at])).toEqual([['second', second.at]]);
  });
});
