/**
 * The database: one writing connection, and read snapshots of the last durable commit on connections of their own.
 * Commits become visible to snapshots only once SQLite has them on disk.
 */
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Catalog } from './catalog.ts';
import type { TableInfo } from './catalog.ts';
import { Reader } from './reader.ts';
import { checkDatabase, connect, lockDataFolder, prepareDataFolder } from './open.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { encodeKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';

export interface Snapshot {
  readonly ts: bigint;
  readonly reader: Reader;
  release(): void;
}

interface PinnedReader {
  reader: Reader;
  ts: bigint;
  users: number;
}

export class Store {
  readonly catalog: Catalog;
  readonly writer: Reader;
  private readonly file: string;
  private readonly lock: DatabaseSync;
  private readonly idle: Reader[] = [];
  private current: PinnedReader | null = null;
  private lastTs: bigint;
  private durableTs: bigint;
  private open = false;

  constructor(dataDir: string) {
    prepareDataFolder(dataDir);
    this.lock = lockDataFolder(dataDir);
    this.file = join(dataDir, 'deployment.sqlite');
    try {
      checkDatabase(this.file);
      this.writer = new Reader(openWriter(this.file));
      this.catalog = new Catalog(this.writer.database);
      this.lastTs = this.startTs();
      this.durableTs = this.lastTs;
    } catch (error) {
      this.lock.close();
      throw error;
    }
  }

  /** Above every timestamp a client can have seen, whatever the clock did meanwhile. */
  private startTs(): bigint {
    const saved = BigInt(String(this.meta('ts') ?? 0));
    const now = BigInt(Date.now()) * 1_000_000n;
    return saved > now ? saved : now;
  }

  meta(key: string): string | undefined {
    const row = this.writer.statement('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined;
    return row?.value;
  }

  setMeta(key: string, value: string): void {
    this.writer.statement('INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value').run(key, value);
  }

  /** Timestamp of the last commit, durable or about to be. */
  latestTs(): bigint {
    return this.lastTs;
  }

  /** Timestamp of the last commit that is on disk. */
  committedTs(): bigint {
    return this.durableTs;
  }

  /** Unix nanoseconds, always above the last. */
  nextTs(): bigint {
    const now = BigInt(Date.now()) * 1_000_000n;
    this.lastTs = now > this.lastTs ? now : this.lastTs + 1n;
    return this.lastTs;
  }

  begin(): void {
    if (this.open) return;
    this.writer.database.exec('BEGIN IMMEDIATE');
    this.open = true;
  }

  /** Makes everything since begin() durable and visible to new snapshots. */
  commit(): void {
    if (!this.open) return;
    this.setMeta('ts', this.lastTs.toString());
    this.writer.database.exec('COMMIT');
    this.open = false;
    this.durableTs = this.lastTs;
    this.retireCurrent();
  }

  rollback(): void {
    if (!this.open) return;
    this.open = false;
    this.writer.database.exec('ROLLBACK');
  }

  /** Runs the writes of one mutation so that they apply together or not at all. */
  atomically(apply: () => void): void {
    this.begin();
    this.writer.database.exec('SAVEPOINT mutation');
    try {
      apply();
      this.writer.database.exec('RELEASE mutation');
    } catch (error) {
      this.writer.database.exec('ROLLBACK TO mutation; RELEASE mutation');
      throw error;
    }
  }

  putDocument(table: TableInfo, id: string, size: number, body: string): number | bigint {
    const row = this.writer
      .statement(`INSERT INTO d_${table.number}(key, size, body) VALUES (?, ?, ?) ON CONFLICT(key) DO UPDATE SET size = excluded.size, body = excluded.body RETURNING n`)
      .get(encodeKey([id]), size, body) as { n: number };
    return row.n;
  }

  deleteDocument(table: TableInfo, id: string): void {
    this.writer.statement(`DELETE FROM d_${table.number} WHERE key = ?`).run(encodeKey([id]));
  }

  putIndexEntry(index: number, key: Key, row: number | bigint): void {
    this.writer.statement(`INSERT INTO x_${index}(key, n) VALUES (?, ?)`).run(key, row);
  }

  deleteIndexEntry(index: number, key: Key): void {
    this.writer.statement(`DELETE FROM x_${index} WHERE key = ?`).run(key);
  }

  /** The state as of the last durable commit; readers of the same commit share one connection. */
  snapshot(): Snapshot {
    this.current ??= this.pin();
    const pinned = this.current;
    pinned.users += 1;
    let released = false;
    return {
      ts: pinned.ts,
      reader: pinned.reader,
      release: () => {
        if (released) return;
        released = true;
        pinned.users -= 1;
        if (pinned.users === 0 && pinned !== this.current) this.unpin(pinned);
      },
    };
  }

  private pin(): PinnedReader {
    const reader = this.idle.pop() ?? new Reader(connect(this.file, true));
    reader.database.exec('BEGIN');
    reader.statement('SELECT count(*) FROM meta').get();
    return { reader, ts: this.durableTs, users: 0 };
  }

  private unpin(pinned: PinnedReader): void {
    pinned.reader.database.exec('COMMIT');
    this.idle.push(pinned.reader);
  }

  private retireCurrent(): void {
    const pinned = this.current;
    this.current = null;
    if (pinned && pinned.users === 0) this.unpin(pinned);
  }

  close(): void {
    this.rollback();
    if (this.current) this.current.reader.database.close();
    for (const reader of this.idle) reader.database.close();
    this.writer.database.close();
    this.lock.close();
  }
}

function openWriter(file: string): DatabaseSync {
  try {
    return connect(file, false);
  } catch (error) {
    const text = errorText(error);
    if (/malformed|not a database|corrupt/i.test(text)) {
      throw new LocalDeploymentError('data_damaged', `The database ${file} is damaged (${text}); it was left as it is.`, { cause: error });
    }
    throw new LocalDeploymentError('data_unwritable', `The database ${file} can not be written: ${text}.`, { cause: error });
  }
}
