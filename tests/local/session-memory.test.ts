/**
 * A deployment's memory of a socket's session: its owner, its place on disk, and the knowledge that its timestamps give
 * to others.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startDeployment } from '../../packages/local/src/index.ts';
import { api, freshFolder, functionsDir, startFixture } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';
import { openSocket } from './fixture/socket.ts';
import type { BareSocket } from './fixture/socket.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const ISSUE = { type: 'Mutation', requestId: 0, udfPath: 'secrets:issue', args: [{}] };
const increment = (name: string, requestId = 0) => ({
  type: 'Mutation',
  requestId,
  udfPath: 'counters:increment',
  args: [{ name }],
});

/** A socket of a session, as a person, or as nobody. */
async function socketOf(sessionId: string | null, subject?: string): Promise<BareSocket> {
  const socket = await openSocket(fixture.deployment.url, sessionId);
  if (subject !== undefined)
    socket.send({
      type: 'Authenticate',
      tokenType: 'Admin',
      value: fixture.deployment.adminKey,
      baseVersion: 0,
      impersonating: { subject, issuer: 'https://people.example' },
    });
  return socket;
}

async function ask(socket: BareSocket, message: object): Promise<any> {
  socket.send(message);
  const answer = await socket.next('MutationResponse');
  socket.close();
  return answer;
}

/** Every byte of every file of the data folder. */
function bytes(dataDir: string): string {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
}

describe('an answer that is asked for again', () => {
  test('is given to the same person in the same session, even after a restart', async () => {
    const session = crypto.randomUUID();
    const first = await ask(await socketOf(session, 'ada'), ISSUE);
    expect(first).toMatchObject({
      success: true,
      result: expect.stringMatching(/^sk_/) as string,
      logLines: [expect.stringContaining('ada') as string],
    });
    expect(await ask(await socketOf(session, 'ada'), ISSUE)).toEqual(first);
    await fixture.restart();
    expect(await ask(await socketOf(session, 'ada'), ISSUE)).toEqual(first);
    expect(await fixture.deployment.run('secrets:issued')).toBe(1);
  });

  test.each([
    ['nobody', undefined],
    ['another person', 'bo'],
    ['a person whose name begins alike', 'cleo|x'],
  ])('is not given to %s with the same session', async (_, subject) => {
    const session = crypto.randomUUID();
    const { result } = await ask(await socketOf(session, 'cleo'), ISSUE);
    const other = await ask(await socketOf(session, subject), ISSUE);
    expect(JSON.stringify(other)).not.toContain(result);
    expect(JSON.stringify(other)).not.toContain('issued to cleo"');
    // The second request did not write over the first answer.
    expect((await ask(await socketOf(session, 'cleo'), ISSUE)).result).toBe(result);
  });

  test('is bound to the current person when the socket changes hands', async () => {
    const session = crypto.randomUUID();
    const { result } = await ask(await socketOf(session, 'dora'), ISSUE);
    const socket = await socketOf(session, 'dora');
    socket.send({ type: 'Authenticate', tokenType: 'None', baseVersion: 1 });
    expect(await ask(socket, ISSUE)).toMatchObject({ success: false });
    expect(result).toMatch(/^sk_/);
  });

  test('lies nowhere in clear: not the result, its log, nor the id of the session', async () => {
    const session = crypto.randomUUID();
    const { result } = await ask(await socketOf(session, 'eve'), ISSUE);
    for (const clear of [result, String(result).slice(3), session, 'issued to'])
      expect(bytes(fixture.dataDir)).not.toContain(clear);
  });
});

describe('sockets that never said which session they belong to', () => {
  test('share no memory: each gets its own answer and each write counts', async () => {
    expect((await ask(await socketOf(null), increment('no session'))).result).toBe(1);
    expect((await ask(await socketOf(null), increment('no session'))).result).toBe(2);
    const again = await socketOf(null);
    again.send(increment('no session'));
    await again.next('MutationResponse');
    again.send(increment('no session'));
    await again.next('MutationResponse', ({ result }) => result === 4);
    again.close();
  });

  test.each(['', 'session', '00000000-0000-0000-0000-00000000000', 7, null, {}])(
    'may not make one up: %j',
    async (sessionId) => {
      const socket = await openSocket(fixture.deployment.url, null);
      socket.send({ type: 'Connect', sessionId, connectionCount: 0, lastCloseReason: null });
      expect((await socket.next('FatalError')).error).toContain('sessionId');
    },
  );

  test('can not say it twice', async () => {
    const socket = await openSocket(fixture.deployment.url);
    socket.send({ type: 'Connect', sessionId: crypto.randomUUID(), connectionCount: 0, lastCloseReason: null });
    expect((await socket.next('FatalError')).error).toContain('before');
  });
});

test('answers in clear that an earlier version kept are gone with the first start', async () => {
  const dataDir = freshFolder();
  await (await startDeployment({ functionsDir, dataDir })).close();
  const old = new DatabaseSync(join(dataDir, 'deployment.sqlite'));
  old.exec(
    'PRAGMA user_version = 0; CREATE TABLE requests(session TEXT, request INTEGER, at INTEGER NOT NULL, response TEXT NOT NULL, PRIMARY KEY(session, request)) WITHOUT ROWID',
  );
  const insert = old.prepare('INSERT INTO requests VALUES (?, 1, 0, ?)');
  for (let row = 0; row < 500; row += 1) insert.run(`session ${row}`, `{"result":"sk_in_clear_${row}"}`);
  old.exec("DELETE FROM requests WHERE session < 'session 3'");
  old.close();
  expect(bytes(dataDir)).toContain('sk_in_clear_');
  const copy = `${dataDir}-copy`;
  cpSync(dataDir, copy, { recursive: true });
  const deployment = await startDeployment({ functionsDir, dataDir: copy });
  expect(bytes(copy)).not.toContain('sk_in_clear_');
  await deployment.close();
  expect(bytes(copy)).not.toContain('sk_in_clear_');
  for (const folder of [dataDir, copy]) rmSync(folder, { recursive: true });
});

describe('the timestamps that a client sees', () => {
  const step = async (socket: BareSocket, version: number, modifications: object[] = []) => {
    socket.send({ type: 'ModifyQuerySet', baseVersion: version, newVersion: version + 1, modifications });
    return (await socket.next('Transition', ({ endVersion }) => endVersion.querySet === version + 1)).endVersion
      .ts as string;
  };
  const watch = (queryId: number, name: string) => ({
    type: 'Add',
    queryId,
    udfPath: 'counters:read',
    args: [{ name }],
  });

  test('do not reveal writes of others', async () => {
    const socket = await openSocket(fixture.deployment.url);
    const before = await step(socket, 0, [watch(0, 'watched')]);
    await fixture.http().mutation(api.counters.increment, { name: 'hidden' });
    expect(await step(socket, 1)).toBe(before);
    expect(await step(socket, 2, [watch(1, 'watched too')])).toBe(before);
    await fixture.http().mutation(api.counters.increment, { name: 'watched' });
    const news = await socket.next('Transition', ({ modifications }) => modifications[0]?.value === 1);
    expect(news.endVersion.ts).toBe(before);
    socket.close();
  });

  test("reach those of the client's own mutations, with the state after them", async () => {
    const socket = await openSocket(fixture.deployment.url);
    await step(socket, 0, [watch(0, 'own')]);
    for (const requestId of [0, 1, 2]) {
      socket.send(increment('own', requestId));
      const { ts } = await socket.next('MutationResponse', (message) => message.requestId === requestId);
      await socket.next('Transition', ({ endVersion }) => endVersion.ts === ts);
      const values = socket.received
        .flatMap((message) => (message.type === 'Transition' ? message.modifications : []))
        .map(({ value }: any) => value);
      expect(values.at(-1)).toBe(requestId + 1);
    }
    socket.close();
  });

  test('of /api/query_ts go on without any write', async () => {
    const ask = async () =>
      Buffer.from(
        ((await (await fetch(`${fixture.deployment.url}/api/query_ts`, { method: 'POST' })).json()) as { ts: string })
          .ts,
        'base64',
      ).readBigUInt64LE();
    const first = await ask();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await ask()).toBeGreaterThan(first);
  });
});
