/** One socket cannot take the memory or the turn of all others: beyond its limits it is ended, and they go on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, startFixture, until } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';
import { openSocket } from './fixture/socket.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const open = () => openSocket(fixture.deployment.url);
const add = (queryId: number, args: unknown = { name: `query ${queryId}` }) => ({
  type: 'Add',
  queryId,
  udfPath: 'counters:read',
  args: [args],
});
const modify = (modifications: object[], baseVersion = 0) => ({
  type: 'ModifyQuerySet',
  baseVersion,
  newVersion: baseVersion + 1,
  modifications,
});

describe('a query set', () => {
  test.each([
    ['the same id twice in one message', [modify([add(1), add(1)])], 'Duplicate query ID: 1'],
    ['the same id again', [modify([add(1)]), modify([add(1)], 1)], 'Duplicate query ID: 1'],
    ['the removal of an id that is not there', [modify([{ type: 'Remove', queryId: 3 }])], 'Nonexistent query ID: 3'],
    ['a version that does not rise', [{ ...modify([]), newVersion: 0 }], 'above the base'],
    ['5,000 queries', [modify(Array.from({ length: 5_000 }, (_, id) => add(id)))], 'more than 4096'],
    [
      '20,000 changes in one message',
      [modify(Array.from({ length: 20_000 }, (_, id) => add(id)))],
      'more than 8192 items',
    ],
  ])('with %s ends the socket for good', async (_, messages, error) => {
    const socket = await open();
    for (const message of messages) socket.send(message);
    expect((await socket.next('FatalError')).error).toContain(error);
    expect(await socket.closed).toMatchObject({ code: 1008 });
  });

  test('stops watching after its socket was ended', async () => {
    const before = fixture.deployment.statistics().queryRuns;
    const socket = await open();
    socket.send(modify([add(1, { name: 'let go' })]));
    await socket.next('Transition');
    socket.send(modify([add(2, { name: 'let go too' }), add(1)], 1));
    await socket.next('FatalError');
    const ran = fixture.deployment.statistics().queryRuns;
    expect(ran).toBeGreaterThan(before);
    for (const name of ['let go', 'let go too']) await fixture.http().mutation(api.counters.increment, { name });
    expect(fixture.deployment.statistics().queryRuns).toBe(ran);
  });

  test('of many queries leaves others their turns', async () => {
    const http = fixture.http();
    const socket = await open();
    let done = false;
    socket.send(modify(Array.from({ length: 4_000 }, (_, id) => add(id))));
    const all = socket.next('Transition').then(() => (done = true));
    await until(
      () => fixture.deployment.statistics().queryRuns,
      (runs) => runs > 100,
    );
    await http.query(api.counters.read, { name: 'meanwhile' });
    expect(done).toBe(false);
    await all;
    socket.close();
  });
});

describe('a message', () => {
  test.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['an array', '[]'],
    ['a number', '7'],
    ['no type', '{}'],
    ['a mutation without an id', '{"type":"Mutation","udfPath":"a:b","args":[]}'],
    ['a mutation whose id is a text', '{"type":"Mutation","requestId":"1","udfPath":"a:b","args":[]}'],
    ['an action without a path', '{"type":"Action","requestId":1,"args":[]}'],
    ['a path that is an object', '{"type":"Action","requestId":1,"udfPath":{},"args":[]}'],
    [
      'modifications that are none',
      '{"type":"ModifyQuerySet","baseVersion":0,"newVersion":1,"modifications":{"length":1e9}}',
    ],
    ['a modification that is null', '{"type":"ModifyQuerySet","baseVersion":0,"newVersion":1,"modifications":[null]}'],
    [
      'a journal that is none',
      '{"type":"ModifyQuerySet","baseVersion":0,"newVersion":1,"modifications":[{"type":"Add","queryId":0,"udfPath":"a:b","args":[],"journal":"{"}]}',
    ],
    ['a token that is a number', '{"type":"Authenticate","baseVersion":0,"tokenType":"User","value":7}'],
    ['a kind of token that is none', '{"type":"Authenticate","baseVersion":0,"tokenType":"__proto__","value":"x"}'],
    ['an identity version that is not the last', '{"type":"Authenticate","baseVersion":5,"tokenType":"None"}'],
    [
      'a timestamp that is none',
      `{"type":"Connect","sessionId":"${crypto.randomUUID()}","maxObservedTimestamp":"AA=="}`,
    ],
  ])('that is %s ends the socket with a sentence', async (_, message) => {
    const socket = await openSocket(fixture.deployment.url, null);
    socket.send(message);
    const { error } = await socket.next('FatalError');
    expect(error).toMatch(/^[A-Z`].*\S$/);
    expect(error).not.toMatch(/undefined|Cannot read|is not a function|Unexpected|position/);
  });

  test('of a type that is not known is passed over', async () => {
    const socket = await open();
    for (const type of ['Event', 'NewerThanThis', 'constructor', '__proto__']) socket.send({ type });
    socket.send(modify([]));
    await socket.next('Transition');
    socket.close();
  });

  test('larger than arguments may be closes the socket', async () => {
    const socket = await open();
    socket.send(JSON.stringify({ type: 'Event', padding: 'x'.repeat(25 << 20) }));
    expect(await socket.closed).toMatchObject({ code: 1009 });
  });

  test('with a token of a megabyte is an authentication error', async () => {
    const socket = await open();
    socket.send({ type: 'Authenticate', tokenType: 'User', value: `${'x'.repeat(1 << 20)}.e30.x`, baseVersion: 0 });
    await socket.next('AuthError');
  });
});

describe('arguments beyond the limits', () => {
  const levels = (count: number) => `{"name":${'['.repeat(count)}${']'.repeat(count)}}`;
  const fields = (count: number) => `{${Array.from({ length: count }, (_, field) => `"unknown${field}":1`).join()}}`;
  const items = (count: number) => `{"name":[${Array.from({ length: count }, () => 1).join()}]}`;
  const messages = (args: string) => [
    `{"type":"Mutation","requestId":0,"udfPath":"counters:increment","args":[${args}]}`,
    `{"type":"Action","requestId":1,"udfPath":"counters:viaAction","args":[${args}]}`,
    `{"type":"ModifyQuerySet","baseVersion":0,"newVersion":1,"modifications":[{"type":"Add","queryId":0,"udfPath":"counters:read","args":[${args}]}]}`,
  ];
  const call = async (args: string) =>
    fetch(`${fixture.deployment.url}/api/query`, { method: 'POST', body: `{"path":"counters:read","args":[${args}]}` });

  test.each([
    ['1,025 fields', fields(1_025), 'too many fields'],
    ['66 levels', levels(66), 'too nested'],
    ['8,193 items', items(8_193), 'too long'],
  ])('fail the call: %s', async (_, args, message) => {
    const socket = await open();
    for (const text of messages(args)) socket.send(text);
    const answers = [await socket.next('MutationResponse'), await socket.next('ActionResponse')];
    for (const { success, result } of answers)
      expect([success, String(result).includes(message), String(result).length < 1_000]).toEqual([false, true, true]);
    const { modifications } = await socket.next('Transition', (transition) => transition.modifications.length > 0);
    expect(modifications).toMatchObject([
      { type: 'QueryFailed', errorMessage: expect.stringContaining(message) as string },
    ]);
    expect(await (await call(args)).json()).toMatchObject({
      status: 'error',
      errorMessage: expect.stringContaining(message) as string,
    });
    socket.close();
  });

  test.each([
    ['a million fields', fields(1_000_000), 'more than 1024 fields'],
    ['100,000 levels', levels(100_000), 'nested more than'],
    ['a million items', items(1_000_000), 'more than 8192 items'],
    [
      '100,000 fields behind strings that are full of signs',
      `{"name":"${'[{,\\"'.repeat(10_000)}","more":${fields(100_000)}}`,
      'more than 1024 fields',
    ],
  ])('so many that they are not even parsed are refused at once: %s', async (_, args, message) => {
    for (const text of messages(args)) {
      const socket = await open();
      socket.send(text);
      expect((await socket.next('FatalError')).error).toContain(message);
    }
    const answer = await call(args);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { code: 'BadJsonBody', message: expect.stringContaining(message) as string },
    ]);
  });

  test('over several arguments are refused', async () => {
    expect(await (await call('{"name":"a"},{"name":"b"}')).json()).toMatchObject({
      status: 'error',
      errorMessage: expect.stringContaining('one object') as string,
    });
  });

  test('of large texts with any characters are not refused', async () => {
    const name = `[{,\\"]}${'"\\,[{'.repeat(20_000)}\\`;
    await fixture.http().mutation(api.counters.increment, { name });
    expect(await (await call(JSON.stringify({ name }))).json()).toEqual({ status: 'success', value: 1 });
  });
});

describe('requests that wait', () => {
  test('are a thousand of each kind; beyond them the client has to come back', async () => {
    const mutations = await open();
    for (let requestId = 0; requestId < 1_200; requestId += 1)
      mutations.send({ type: 'Mutation', requestId, udfPath: 'counters:increment', args: [{ name: 'waiting' }] });
    expect(await mutations.closed).toEqual({ code: 1013, reason: 'TooManyConcurrentMutations' });
    const actions = await open();
    for (let requestId = 0; requestId < 1_200; requestId += 1)
      actions.send({ type: 'Action', requestId, udfPath: 'waiting:forLong', args: [{}] });
    expect(await actions.closed).toEqual({ code: 1013, reason: 'TooManyInflightActionsForSingleClient' });
  });

  test('below that are all answered', async () => {
    const socket = await open();
    for (let requestId = 0; requestId < 200; requestId += 1)
      socket.send({ type: 'Mutation', requestId, udfPath: 'counters:increment', args: [{ name: 'many' }] });
    await socket.next('MutationResponse', ({ result }) => result === 200);
    socket.close();
  });
});

test('a client that does not read costs no memory: later changes come as one step', async () => {
  const http = fixture.http();
  const body = 'x'.repeat(900_000);
  const id = await http.mutation(api.messages.send, { channel: 'slow reader', body, rank: 0 });
  const socket = await open();
  socket.send(modify([{ type: 'Add', queryId: 0, udfPath: 'messages:list', args: [{ channel: 'slow reader' }] }]));
  await socket.next('Transition');
  socket.pause();
  for (let round = 0; round < 30; round += 1) await http.mutation(api.messages.edit, { id, body: `${round} ${body}` });
  socket.resume();
  await socket.next('Transition', ({ modifications }) => String(modifications[0]?.value?.[0]?.body).startsWith('29 '));
  expect(socket.received.filter(({ type }) => type === 'Transition').length).toBeLessThan(25);
  socket.close();
});
