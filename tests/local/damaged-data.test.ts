/** Damaged or foreign data stops the start with a code; every byte of it stays, its write-ahead log included. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { exportSnapshot } from '../../packages/local/src/snapshot/export.ts';
import { Store } from '../../packages/local/src/store/store.ts';
import { api, freshFolder } from './fixture/deployment.ts';
import { spawnDeployment } from './fixture/spawned.ts';
import { ConvexHttpClient } from 'convex/browser';

/** The data of a killed deployment, whose last commits are in the log alone; and of one that was closed. */
const killed = freshFolder();
const closed = freshFolder();
const folders = [killed, closed];

beforeAll(async () => {
  const deployment = await spawnDeployment(killed);
  for (let round = 0; round < 30; round += 1)
    await new ConvexHttpClient(deployment.url, { logger: false }).mutation(api.counters.increment, {
      name: `counter ${round}`,
    });
  await deployment.kill();
  cpSync(killed, closed, { recursive: true });
  new Store(closed).close();
  // SQLite itself empties the log when the last connection closes.
  const database = new DatabaseSync(join(closed, 'deployment.sqlite'));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}, 60_000);
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

function copyOf(data: string): string {
  const copy = freshFolder();
  folders.push(copy);
  cpSync(data, copy, { recursive: true });
  return copy;
}

/** Every file but SQLite's lock, which holds no data, as hexadecimal text. */
function contents(data: string): Record<string, string> {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter(
    (entry) => !entry.name.startsWith('lock.sqlite'),
  );
  return Object.fromEntries(
    files.map((entry) => [
      entry.name,
      entry.isFile() ? readFileSync(join(entry.parentPath, entry.name)).toString('hex') : 'a folder',
    ]),
  );
}

function refusal(data: string): { code: string; message: string } {
  try {
    new Store(data).close();
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('it was opened');
}

const DATABASE = 'deployment.sqlite';
const LOG = 'deployment.sqlite-wal';
const edit = (name: string, change: (bytes: Buffer) => Buffer) => (data: string) =>
  writeFileSync(join(data, name), change(readFileSync(join(data, name))));
const scratch = (from: number, to: number) => (bytes: Buffer) => bytes.fill(0xa5, from, Math.min(to, bytes.length));
const garbage = (bytes: Buffer) =>
  Buffer.from('this is my diary, not a database. '.repeat(Math.ceil(bytes.length / 34)).slice(0, bytes.length));

function expectRefusal(source: string, harm: (data: string) => void, code: string): void {
  const data = copyOf(source);
  harm(data);
  const before = contents(data);
  const error = refusal(data);
  expect(error).toMatchObject({ name: 'LocalDeploymentError', code });
  expect(error.message.split('\n')).toHaveLength(1);
  expect(contents(data)).toEqual(before);
}

test('sound data of a killed deployment opens, and the check leaves no files', () => {
  const data = copyOf(killed);
  expect(readFileSync(join(data, LOG)).length).toBeGreaterThan(0);
  const store = new Store(data);
  const table = store.catalog.find('', 'counters')!;
  const { n } = store.writer.database
    .prepare(`SELECT count(*) AS n FROM d_${table.number} WHERE body LIKE '%"counter %'`)
    .get() as { n: number };
  store.close();
  expect(n).toBe(30);
  expect(readdirSync(data)).not.toContain('checking');
});

test("the look at it leaves a killed deployment's files alone, also where an earlier look was cut short", () => {
  const data = copyOf(killed);
  mkdirSync(join(data, 'checking'));
  linkSync(join(data, DATABASE), join(data, 'checking', DATABASE));
  writeFileSync(join(data, 'checking', LOG), 'half of it');
  new Store(data).close();
  expect(readdirSync(data)).not.toContain('checking');
});

describe.each([
  ['with a write-ahead log', () => killed],
  ['without one', () => closed],
] as const)('a database %s', (_, source) => {
  test.each([
    ['is garbage', edit(DATABASE, garbage), 'data_damaged'],
    ['has a garbage header', edit(DATABASE, scratch(0, 100)), 'data_damaged'],
    ['has no header of the right length', (data: string) => truncateSync(join(data, DATABASE), 50), 'data_damaged'],
    ['is empty', (data: string) => truncateSync(join(data, DATABASE), 0), 'data_damaged'],
  ] as const)('that %s', (__, harm, code) => {
    expectRefusal(source(), harm, code);
  });
});

/** SQLite's changes stand in the log alone. */
function changed(sql: string): string {
  const data = copyOf(closed);
  const database = new DatabaseSync(join(data, DATABASE));
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; ${sql}`);
  const halfway = copyOf(data);
  database.close();
  expect(readFileSync(join(halfway, LOG)).length).toBeGreaterThan(0);
  return halfway;
}

test('a database of a newer format is left to that version, whether its log says so or the database itself', () => {
  expectRefusal(changed('PRAGMA user_version = 99'), () => undefined, 'data_newer');
  expectRefusal(
    closed,
    edit(DATABASE, (bytes) => {
      bytes.writeUInt32BE(99, 60);
      return bytes;
    }),
    'data_newer',
  );
});

describe('a database with a write-ahead log', () => {
  test.each([
    ['whose log is garbage', edit(LOG, garbage)],
    ['whose log has a garbage header', edit(LOG, scratch(0, 32))],
    ['whose log is cut in its header', (data: string) => truncateSync(join(data, LOG), 20)],
    ['whose log is gone', (data: string) => unlinkSync(join(data, LOG))],
    ['that is missing, though its log is there', (data: string) => unlinkSync(join(data, DATABASE))],
  ])('%s', (_, harm) => {
    expectRefusal(killed, harm, 'data_damaged');
  });

  test('with broken pages, in the database itself', () => {
    const halfway = changed('CREATE TABLE later(n); INSERT INTO later VALUES (1)');
    expectRefusal(halfway, edit(DATABASE, scratch(4_096 * 2, 4_096 * 9)), 'data_damaged');
  });
});

describe('a database without a write-ahead log', () => {
  test.each([
    ['that is cut short', (data: string) => truncateSync(join(data, DATABASE), 40_960)],
    ['whose pages are broken', edit(DATABASE, scratch(4_096 * 2, 4_096 * 9))],
  ])('%s', (_, harm) => {
    expectRefusal(closed, harm, 'data_damaged');
  });

  test('that belongs to another application', () => {
    for (const mode of ['DELETE', 'WAL']) {
      expectRefusal(
        killed,
        (data) => {
          for (const name of [DATABASE, LOG, `${DATABASE}-shm`]) rmSync(join(data, name), { force: true });
          const database = new DatabaseSync(join(data, DATABASE));
          database.exec(
            `PRAGMA journal_mode = ${mode}; CREATE TABLE bookmarks(url TEXT); INSERT INTO bookmarks VALUES ('https://example.org/')`,
          );
          database.close();
        },
        'data_foreign',
      );
    }
  });

  test('that was never written, in a folder that was never used, is a first start', () => {
    const data = freshFolder();
    folders.push(data);
    writeFileSync(join(data, DATABASE), '');
    new Store(data).close();
    expect(existsSync(join(data, DATABASE))).toBe(true);
  });
});

test('an export refuses damaged data as a start does', () => {
  const data = copyOf(killed);
  edit(LOG, garbage)(data);
  const before = contents(data);
  expect(() => exportSnapshot(data, `${data}.snapshot`)).toThrow(
    expect.objectContaining({ code: 'data_damaged' }) as Error,
  );
  expect(contents(data)).toEqual(before);
  expect(existsSync(`${data}.snapshot`)).toBe(false);
});
