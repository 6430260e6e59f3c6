/** Live queries and mutations over the WebSocket, with the official client and with bare frames. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, startFixture, until } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';
import { openSocket } from './fixture/socket.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a live query', () => {
  test('sees every change to the documents that it reads', async () => {
    const seen: number[] = [];
    const client = fixture.live();
    client.onUpdate(api.runtime.stable, { channel: 'live' }, (count: number) => seen.push(count));
    await until(
      () => seen.length,
      (length) => length === 1,
    );
    await client.mutation(api.messages.send, { channel: 'live', body: 'a', rank: 1 });
    await fixture.http().mutation(api.messages.send, { channel: 'live', body: 'b', rank: 2 });
    await until(
      () => seen,
      (values) => values.at(-1) === 2,
    );
    expect(seen).toEqual([0, 1, 2]);
  });

  test('sees the last of the changes that came while it ran', async () => {
    const seen: number[] = [];
    const client = fixture.live();
    client.onUpdate(api.counters.readSlowly, { name: 'slow' }, (count: number) => seen.push(count));
    await until(
      () => seen.length,
      (length) => length === 1,
    );
    for (let last = 5; last <= 50; last += 5) {
      for (let one = 0; one < 5; one += 1) await fixture.deployment.run('counters:increment', { name: 'slow' });
      await until(
        () => seen.at(-1),
        (value) => value === last,
      );
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('does not re-run for a write outside of its reads', async () => {
    const draws: number[] = [];
    const http = fixture.http();
    for (const rank of [1, 2, 3]) await http.mutation(api.messages.send, { channel: 'quiet', body: `b${rank}`, rank });
    fixture.live().onUpdate(api.runtime.sample, { channel: 'quiet' }, ({ draw }: { draw: number }) => draws.push(draw));
    await until(
      () => draws.length,
      (length) => length === 1,
    );
    await http.mutation(api.messages.send, { channel: 'other', body: 'x', rank: 1 });
    await http.mutation(api.counters.increment, { name: 'unrelated' });
    // Behind the second message, which is the last one that take(2) read.
    await http.mutation(api.messages.send, { channel: 'quiet', body: 'late', rank: 9 });
    await pause(150);
    expect(draws).toHaveLength(1);
    await http.mutation(api.messages.send, { channel: 'quiet', body: 'early', rank: 0 });
    await until(
      () => draws.length,
      (length) => length === 2,
    );
  });

  test('answers errors with their data, and recovers', async () => {
    const failures: unknown[] = [];
    fixture.live().onUpdate(
      api.messages.only,
      { channel: 'twice' },
      () => failures.push('fine'),
      (error: Error) => failures.push(error.message.includes('more than one')),
    );
    await until(
      () => failures.length,
      (length) => length === 1,
    );
    const http = fixture.http();
    await http.mutation(api.messages.send, { channel: 'twice', body: 'a', rank: 1 });
    const second = await http.mutation(api.messages.send, { channel: 'twice', body: 'b', rank: 2 });
    await until(
      () => failures,
      (values) => values.at(-1) === true,
    );
    await http.mutation(api.messages.remove, { id: second });
    await until(
      () => failures,
      (values) => values.at(-1) === 'fine',
    );
  });
});

const connect = (sessionId: string) => openSocket(fixture.deployment.url, sessionId);

const ZERO_TS = 'AAAAAAAAAAA=';

describe('the protocol', () => {
  test('applies a resent mutation once and answers it alike', async () => {
    const sessionId = crypto.randomUUID();
    const mutation = { type: 'Mutation', requestId: 7, udfPath: 'counters:increment', args: [{ name: 'resent' }] };
    const first = await connect(sessionId);
    first.send(mutation);
    const answer = await first.next('MutationResponse');
    first.close();
    const again = await connect(sessionId);
    again.send(mutation);
    expect(await again.next('MutationResponse')).toEqual(answer);
    again.close();
    expect(await fixture.http().query(api.counters.read, { name: 'resent' })).toBe(1);
  });

  test('moves from version to version without a gap, and sends only changes', async () => {
    const socket = await connect(crypto.randomUUID());
    socket.send({
      type: 'ModifyQuerySet',
      baseVersion: 0,
      newVersion: 1,
      modifications: [
        { type: 'Add', queryId: 0, udfPath: 'runtime:stable', args: [{ channel: 'frames' }] },
        { type: 'Add', queryId: 1, udfPath: 'counters:read', args: [{ name: 'frames' }] },
      ],
    });
    const first = await socket.next('Transition');
    expect(first.startVersion).toEqual({ querySet: 0, identity: 0, ts: ZERO_TS });
    expect(first.modifications.map((modification: any) => [modification.queryId, modification.value])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    const http = fixture.http();
    const id = await http.mutation(api.messages.send, { channel: 'frames', body: 'a', rank: 1 });
    await until(
      () => socket.received.filter(({ type }) => type === 'Transition').length,
      (count) => count === 2,
    );
    expect(socket.received[1].startVersion).toEqual(first.endVersion);
    expect(socket.received[1].modifications.map((modification: any) => modification.queryId)).toEqual([0]);
    // The query re-runs, its result stays: no frame.
    await http.mutation(api.messages.edit, { id, body: 'b' });
    await pause(100);
    expect(socket.received).toHaveLength(2);
    socket.send({
      type: 'ModifyQuerySet',
      baseVersion: 1,
      newVersion: 2,
      modifications: [{ type: 'Remove', queryId: 0 }],
    });
    const removed = await socket.next('Transition', ({ endVersion }) => endVersion.querySet === 2);
    expect(removed.modifications).toEqual([{ type: 'QueryRemoved', queryId: 0 }]);
    socket.close();
  });

  test('tells the clients of one query the same news, each from the version that it has', async () => {
    const http = fixture.http();
    const watch = async (baseVersion: number, queryId: number) => {
      const socket = await connect(crypto.randomUUID());
      for (let version = 0; version < baseVersion; version += 1)
        socket.send({ type: 'ModifyQuerySet', baseVersion: version, newVersion: version + 1, modifications: [] });
      const add = { type: 'Add', queryId, udfPath: 'counters:read', args: [{ name: 'versions' }] };
      socket.send({ type: 'ModifyQuerySet', baseVersion, newVersion: baseVersion + 1, modifications: [add] });
      await socket.next('Transition', ({ endVersion }) => endVersion.querySet === baseVersion + 1);
      return { socket, queryId, querySet: baseVersion + 1 };
    };
    const early = [await watch(0, 0), await watch(0, 0), await watch(0, 3), await watch(2, 0)];
    await http.mutation(api.counters.increment, { name: 'elsewhere' });
    const clients = [...early, await watch(0, 0), await watch(0, 0)];
    for (const value of [1, 2]) {
      await http.mutation(api.counters.increment, { name: 'versions' });
      for (const { socket, queryId, querySet } of clients) {
        const news = await socket.next('Transition', ({ modifications }) => modifications[0]?.value === value);
        expect(news.modifications).toMatchObject([{ type: 'QueryUpdated', queryId, value }]);
        expect(news.endVersion).toMatchObject({ querySet, identity: 0 });
        expect(news.startVersion).toEqual(socket.received[socket.received.indexOf(news) - 1].endVersion);
      }
    }
    for (const { socket } of clients) socket.close();
  });

  test('tells of changes after the client has said again who it is', async () => {
    const socket = await connect(crypto.randomUUID());
    const add = { type: 'Add', queryId: 0, udfPath: 'counters:read', args: [{ name: 'said again' }] };
    socket.send({ type: 'ModifyQuerySet', baseVersion: 0, newVersion: 1, modifications: [add] });
    await socket.next('Transition', ({ endVersion }) => endVersion.querySet === 1);
    socket.send({ type: 'Authenticate', baseVersion: 0, tokenType: 'None' });
    await socket.next('Transition', ({ endVersion }) => endVersion.identity === 1);
    await fixture.http().mutation(api.counters.increment, { name: 'said again' });
    await socket.next('Transition', ({ modifications }) => modifications[0]?.value === 1);
    socket.close();
  });

  test('tells of changes to a query that was watched twice and is watched once', async () => {
    const socket = await connect(crypto.randomUUID());
    const add = (queryId: number) => ({
      type: 'Add',
      queryId,
      udfPath: 'counters:read',
      args: [{ name: 'twice' }],
    });
    socket.send({ type: 'ModifyQuerySet', baseVersion: 0, newVersion: 1, modifications: [add(0), add(1)] });
    const remove = { type: 'Remove', queryId: 1 };
    socket.send({ type: 'ModifyQuerySet', baseVersion: 1, newVersion: 2, modifications: [remove] });
    await socket.next('Transition', ({ endVersion }) => endVersion.querySet === 2);
    await fixture.http().mutation(api.counters.increment, { name: 'twice' });
    await socket.next('Transition', ({ modifications }) => modifications[0]?.value === 1);
    socket.close();
  });

  test('frames texts of every length, in any letters', async () => {
    const socket = await connect(crypto.randomUUID());
    const http = fixture.http();
    const watch = (version: number, channel: string) =>
      socket.send({
        type: 'ModifyQuerySet',
        baseVersion: version,
        newVersion: version + 1,
        modifications: [{ type: 'Add', queryId: version, udfPath: 'messages:list', args: [{ channel }] }],
      });
    const lengths: number[] = [];
    // A length of 16 bits ends at 65,535 bytes.
    for (const [version, size] of [65_000, 65_535, 65_536, 66_000].entries()) {
      const channel = `length ${size}`;
      const body = (count: number) => `ż€𝄞${'x'.repeat(count)}`;
      const id = await http.mutation(api.messages.send, { channel, body: body(0), rank: 1 });
      watch(version, channel);
      const bare = await socket.next('Transition', ({ endVersion }) => endVersion.querySet === version + 1);
      const count = size - Buffer.byteLength(JSON.stringify(bare));
      await http.mutation(api.messages.edit, { id, body: body(count) });
      const full = await socket.next(
        'Transition',
        ({ modifications }) => modifications[0]?.queryId === version && modifications[0].value[0].body.length > 1000,
      );
      lengths.push(Buffer.byteLength(JSON.stringify(full)));
    }
    expect(lengths).toEqual([65_000, 65_535, 65_536, 66_000]);
    socket.close();
  });

  test('ends with a FatalError on a message outside of the protocol', async () => {
    const socket = await connect(crypto.randomUUID());
    socket.send({ type: 'ModifyQuerySet', baseVersion: 5, newVersion: 6, modifications: [] });
    expect((await socket.next('FatalError')).error).toContain("doesn't match");
  });
});

test('mutations of one client run in order', async () => {
  const client = fixture.live();
  const results = await Promise.all(
    Array.from({ length: 20 }, () => client.mutation(api.counters.increment, { name: 'ordered' })),
  );
  expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('concurrent clients lose no update', async () => {
  await Promise.all(
    Array.from({ length: 50 }, () => fixture.http().mutation(api.counters.increment, { name: 'concurrent' })),
  );
  expect(await fixture.http().query(api.counters.read, { name: 'concurrent' })).toBe(50);
});
