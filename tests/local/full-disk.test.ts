/**
 * A disk that is full, or fails: no client hears of a write that is not on disk, reads go on, and writing resumes when
 * there is room.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { ConvexHttpClient } from 'convex/browser';
import { ConvexError } from 'convex/values';
import { startDeployment } from '../../packages/local/src/index.ts';
import { exportSnapshot } from '../../packages/local/src/snapshot/export.ts';
import { api, freshFolder, functionsDir, startFixture, until } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';
import { openSocket } from './fixture/socket.ts';
import { spawnDeployment } from './fixture/spawned.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function folder(): string {
  const path = freshFolder();
  ends.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A deployment whose database may be allowed no further page: SQLite fails as it does on a full disk. */
async function startOnSmallDisk(): Promise<{ fixture: Fixture; fill(): void; free(): void; connection: DatabaseSync }> {
  const exec = vi.spyOn(DatabaseSync.prototype, 'exec');
  const fixture = await startFixture();
  ends.push(() => fixture.close());
  const connection = exec.mock.contexts[
    exec.mock.calls.findIndex(([sql]) => sql.includes('journal_mode = WAL'))
  ] as DatabaseSync;
  exec.mockRestore();
  const pages = (count: number) => connection.exec(`PRAGMA max_page_count = ${count}`);
  return {
    fixture,
    connection,
    fill: () => pages((connection.prepare('PRAGMA page_count').get() as { page_count: number }).page_count),
    free: () => pages(1 << 30),
  };
}

const BODY = 'x'.repeat(20_000);
const send = (fixture: Fixture, rank: number, body = BODY) =>
  fixture.http().mutation(api.messages.send, { channel: 'disk', body, rank });
const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'it was written',
    (error: unknown) => (error instanceof ConvexError ? (error.data as { code: string }).code : error),
  );

/** Writes until the disk has no room for another one. */
async function fillUp(fixture: Fixture): Promise<number> {
  for (let rank = 0; ; rank += 1) {
    const outcome = await failure(send(fixture, rank));
    if (outcome === 'it was written') continue;
    expect(outcome).toBe('disk_full');
    return rank;
  }
}

describe('on a full disk', () => {
  test('writes fail with a code, reads and live queries go on, and writing resumes', async () => {
    const { fixture, fill, free } = await startOnSmallDisk();
    fill();
    const written = await fillUp(fixture);
    const client = fixture.live();
    const seen: number[] = [];
    client.onUpdate(api.runtime.stable, { channel: 'disk' }, (count: number) => seen.push(count));
    await until(
      () => seen.at(-1),
      (count) => count === written,
    );
    expect(await failure(client.mutation(api.messages.send, { channel: 'disk', body: BODY, rank: -1 }))).toBe(
      'disk_full',
    );
    expect(
      await failure(
        fixture.deployment.run('messages:send', { channel: 'disk', body: BODY, rank: -1 }) as Promise<unknown>,
      ),
    ).toMatchObject({ name: 'ConvexError', data: { code: 'disk_full' } });
    expect(await fixture.http().query(api.runtime.stable, { channel: 'disk' })).toBe(written);
    free();
    await send(fixture, written);
    await until(
      () => seen.at(-1),
      (count) => count === written + 1,
    );
  });

  test('of mutations that share a commit, those are answered that are there', async () => {
    const { fixture, fill, free } = await startOnSmallDisk();
    fill();
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, rank) => failure(send(fixture, rank, rank % 7 === 3 ? BODY : 'small'))),
    );
    const written = outcomes.filter((outcome) => outcome === 'it was written').length;
    expect(new Set(outcomes)).toEqual(new Set(['it was written', 'disk_full']));
    expect(await fixture.http().query(api.runtime.stable, { channel: 'disk' })).toBe(written);
    free();
    await fixture.restart();
    expect(await fixture.http().query(api.runtime.stable, { channel: 'disk' })).toBe(written);
  });

  test('a transaction that SQLite ends by itself undoes those before it, and none of them is confirmed', async () => {
    const { fixture, connection } = await startOnSmallDisk();
    await send(fixture, 0);
    const { number } = connection.prepare("SELECT number FROM tables WHERE name = 'messages'").get() as {
      number: number;
    };
    connection.exec(
      `CREATE TEMP TRIGGER gives_up AFTER INSERT ON main.d_${number} WHEN new.body LIKE '%"the last straw"%' BEGIN SELECT RAISE(ROLLBACK, 'given up'); END`,
    );
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, rank) => {
        // Without HTTP in between they queue up at once, and share a commit.
        return failure(
          fixture.deployment.run('messages:send', {
            channel: 'disk',
            body: rank === 20 ? 'the last straw' : 'small',
            rank,
          }),
        );
      }),
    );
    const written = outcomes.filter((outcome) => outcome === 'it was written').length;
    expect(written).toBe(19);
    expect(outcomes.slice(0, 21)).not.toContain('it was written');
    expect(await fixture.http().query(api.runtime.stable, { channel: 'disk' })).toBe(written + 1);
    connection.exec('DROP TRIGGER IF EXISTS gives_up');
    await send(fixture, 41);
    expect(await fixture.http().query(api.runtime.stable, { channel: 'disk' })).toBe(written + 2);
  });

  test('a table that could not be made is made later', async () => {
    const { fixture, fill, free } = await startOnSmallDisk();
    fill();
    const make = () => failure(fixture.http().mutation(api.places.note, { table: 'brand_new' }));
    let outcome: unknown;
    for (let round = 0; round < 5 && outcome !== 'disk_full'; round += 1)
      outcome = await failure(fixture.http().mutation(api.places.note, { table: `brand_new_${round}` }));
    expect(outcome).toBe('disk_full');
    free();
    expect(await make()).toBe('it was written');
    await fixture.restart();
    expect(await make()).toBe('it was written');
  });

  test(
    'a scheduled function waits, runs once there is room, and counts as no failure',
    { timeout: 30_000 },
    async () => {
      const { fixture, fill, free } = await startOnSmallDisk();
      await fixture.http().mutation(api.places.later, { body: BODY.repeat(10), afterMs: 300 });
      fill();
      await fillUp(fixture);
      const count = () => fixture.http().query(api.runtime.stable, { channel: 'later' });
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(await count()).toBe(0);
      free();
      expect(await until(count, (found) => found === 1, 10_000)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await count()).toBe(1);
    },
  );
});

test('another program that holds the database has an error of its own, and later writes succeed', async () => {
  const fixture = await startFixture();
  ends.push(() => fixture.close());
  await send(fixture, 0);
  const other = new DatabaseSync(join(fixture.dataDir, 'deployment.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  expect(await failure(send(fixture, 1))).toBe('data_in_use');
  expect(await fixture.http().query(api.runtime.stable, { channel: 'disk' })).toBe(1);
  other.exec('ROLLBACK');
  other.close();
  await send(fixture, 2);
  expect(await fixture.http().query(api.runtime.stable, { channel: 'disk' })).toBe(2);
});

test('a file that cannot be deleted stops nothing: its document is gone, and live queries hear of the commit', async () => {
  const fixture = await startFixture();
  ends.push(() => fixture.close());
  const answer = await fetch((await fixture.http().mutation(api.uploads.url, {})) as string, {
    method: 'POST',
    body: 'some bytes',
  });
  const { storageId } = (await answer.json()) as { storageId: string };
  const file = join(fixture.dataDir, 'files', storageId);
  rmSync(file);
  mkdirSync(file);
  await fixture.http().mutation(api.uploads.remove, { id: storageId });
  await expect(fixture.http().mutation(api.uploads.remove, { id: storageId })).rejects.toThrow('not found');
  await send(fixture, 0);
  expect(await fixture.http().query(api.runtime.stable, { channel: 'disk' })).toBe(1);
  rmSync(file, { recursive: true });
});

describe('files that may not grow any further', () => {
  test('fail uploads and mutations with a code, and the process goes on', { timeout: 60_000 }, async () => {
    const dataDir = folder();
    await (await startDeployment({ functionsDir, dataDir })).close();
    // The log of the database may have a megabyte.
    const deployment = await spawnDeployment(dataDir, { fileBlocks: 2_048 });
    ends.push(() => deployment.kill());
    const http = () => new ConvexHttpClient(deployment.url, { logger: false });
    const upload = async (bytes: number) =>
      fetch((await http().mutation(api.uploads.url, {})) as string, { method: 'POST', body: 'x'.repeat(bytes) });
    const tooLarge = await upload(3 << 20);
    expect([tooLarge.status, await tooLarge.json()]).toEqual([
      507,
      { code: 'disk_full', message: expect.not.stringContaining(dataDir) as string },
    ]);
    expect(readdirSync(join(dataDir, 'files'))).toEqual([]);
    expect((await upload(1_000)).status).toBe(200);
    const outcomes = new Set<unknown>();
    for (let rank = 0; rank < 200 && outcomes.size < 2; rank += 1)
      outcomes.add(await failure(http().mutation(api.messages.send, { channel: 'disk', body: BODY, rank })));
    expect(outcomes).toEqual(new Set(['it was written', 'data_unwritable']));
    const count = (await http().query(api.runtime.stable, { channel: 'disk' })) as number;
    const socket = await openSocket(deployment.url);
    socket.send({
      type: 'Mutation',
      requestId: 0,
      udfPath: 'messages:send',
      args: [{ channel: 'disk', body: BODY, rank: -1 }],
    });
    expect(await socket.next('MutationResponse')).toMatchObject({
      success: false,
      errorData: { code: 'data_unwritable' },
    });
    expect(await http().query(api.runtime.stable, { channel: 'disk' })).toBe(count);
    expect(deployment.errors()).toBe('');
    await deployment.kill();
    const again = await startDeployment({ functionsDir, dataDir });
    ends.push(() => again.close());
    expect(await again.run('runtime:stable', { channel: 'disk' })).toBe(count);
  });

  test('stop a first start with a code, and the next one is not hurt by it', { timeout: 60_000 }, async () => {
    for (const fileBlocks of [0, 40]) {
      const dataDir = folder();
      const refused = await spawnDeployment(dataDir, { fileBlocks });
      expect([fileBlocks, refused.code]).toEqual([
        fileBlocks,
        expect.stringMatching(/^(disk_full|data_unwritable)$/) as string,
      ]);
      expect(existsSync(join(dataDir, 'admin-key'))).toBe(false);
      const deployment = await startDeployment({ functionsDir, dataDir });
      expect(deployment.adminKey).toMatch(/^local\|[0-9a-f]{48}$/);
      await deployment.close();
    }
  });

  test('leave no half of a snapshot', async () => {
    const dataDir = folder();
    await (await startDeployment({ functionsDir, dataDir })).close();
    const file = join(folder(), 'sub', 'snapshot');
    expect(() => exportSnapshot(dataDir, file)).toThrow(expect.objectContaining({ code: 'snapshot_invalid' }) as Error);
    expect(existsSync(`${file}.partial`)).toBe(false);
  });
});

describe('a log that can not be written', () => {
  test('stops none of the work that it would have described', async () => {
    const fixture = await startFixture({ log: noRoom });
    ends.push(() => fixture.close());
    await expect(fixture.http().mutation(api.counters.failing, { name: 'log', how: 'error' })).rejects.toThrow('boom');
    const socket = await openSocket(fixture.deployment.url);
    socket.send('no JSON');
    await socket.next('FatalError');
    await fixture.http().mutation(api.counters.increment, { name: 'log' });
  });

  test.runIf(existsSync('/dev/full'))('on standard output and error ends no server', { timeout: 60_000 }, async () => {
    const main = fileURLToPath(new URL('../../packages/local/src/cli/main.ts', import.meta.url));
    const { port } = await freePort();
    const args = [
      '--conditions=convex',
      main,
      '--functions',
      functionsDir,
      '--data',
      folder(),
      '--logs',
      'all',
      '--port',
      String(port),
    ];
    const child = spawn('/bin/sh', ['-c', 'exec "$0" "$@" >/dev/full 2>&1', process.execPath, ...args], {
      stdio: 'ignore',
    });
    ends.push(() => child.kill('SIGKILL'));
    const http = new ConvexHttpClient(`http://127.0.0.1:${port}`, { logger: false });
    await until(
      () => http.mutation(api.counters.increment, { name: 'log' }).catch(() => 0) as Promise<number>,
      (value) => value >= 1,
      40_000,
    );
    await expect(http.mutation(api.counters.failing, { name: 'log', how: 'error' })).rejects.toThrow('boom');
    expect(await http.query(api.counters.read, { name: 'log' })).toBe(1);
    expect(child.exitCode).toBeNull();
  });
});

function noRoom(): void {
  throw new Error('ENOSPC: no space left on device, write');
}

async function freePort(): Promise<AddressInfo> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return address;
}
