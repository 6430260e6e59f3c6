/**
 * The database: one writing connection, and read snapshots of the last durable commit. Commits become visible to snapshots
 * only once SQLite has them on disk: a snapshot reads through the writing connection as long as nothing is being written
 * there, and moves to a connection of its own before the first write.
 */
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Catalog } from './catalog.ts';
import type { TableInfo } from './catalog.ts';
import { Connection, Reader } from './reader.ts';
import { Clock } from './clock.ts';
import { dataFolderError, storageFailure } from './failure.ts';
import { checkDatabase } from './check.ts';
import { BUSY_MS, connect, lockDataFolder, openWriter, prepareDataFolder } from './open.ts';
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

/**
 * How far the timestamp on disk runs ahead: a fifth of a second, or this many where commits come faster than nanoseconds. After
 * a crash the clock may be ahead by so much; a deployment that is closed notes its last timestamp itself.
 */
const RESERVED_NS = 200_000_000n;
const RESERVED_TICKS = 1_000n;
const NS_PER_MS = 1_000_000n;

export class Store {
  readonly catalog: Catalog;
  readonly writer: Reader;
  readonly clock: Clock;
  readonly #file: string;
  readonly #lock: DatabaseSync;
  readonly #idle: Connection[] = [];
  #current: PinnedReader | null = null;
  #lastTs: bigint;
  #durableTs: bigint;
  /** The `ts` on disk: no timestamp above it is given away. */
  #reservedTs = 0n;
  #open = false;
  /** Whether a transaction for reading is open on the writing connection, which spares each statement one of its own. */
  #reading = false;

  constructor(dataDir: string) {
    prepareDataFolder(dataDir);
    this.#lock = lockDataFolder(dataDir);
    this.#file = join(dataDir, 'deployment.sqlite');
    let database: DatabaseSync | undefined;
    try {
      checkDatabase(this.#file);
      database = openWriter(this.#file);
      this.writer = new Reader(new Connection(database));
      this.catalog = new Catalog(this.writer.database, (change) => this.#changeTables(change));
      const saved = BigInt(String(this.meta('ts') ?? 0));
      this.clock = new Clock(Number((saved + NS_PER_MS - 1n) / NS_PER_MS));
      // Above every timestamp that a client can have seen, even if the machine's clock was set back.
      this.#lastTs = this.#nowTs();
      this.#durableTs = this.#lastTs;
    } catch (error) {
      database?.close();
      this.#lock.close();
      throw dataFolderError(dataDir, error);
    }
  }

  #nowTs(): bigint {
    return BigInt(this.clock.now()) * NS_PER_MS;
  }

  meta(key: string): string | undefined {
    const row = this.writer.statement('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined;
    return row?.value;
  }

  setMeta(key: string, value: string): void {
    this.writer
      .statement('INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value')
      .run(key, value);
  }

  /** Timestamp of the last commit, durable or about to be. */
  latestTs(): bigint {
    return this.#lastTs;
  }

  /** Timestamp of the last commit that is on disk. */
  committedTs(): bigint {
    return this.#durableTs;
  }

  /** Not below any commit so far, and no trace of when the last one was. */
  readableTs(): bigint {
    return this.#nowTs() + NS_PER_MS;
  }

  /** Unix nanoseconds, always above the last. */
  nextTs(): bigint {
    const now = this.#nowTs();
    this.#lastTs = now > this.#lastTs ? now : this.#lastTs + 1n;
    return this.#lastTs;
  }

  /** Whether a transaction for writing is open. */
  get writing(): boolean {
    return this.#open;
  }

  begin(): void {
    if (this.#open) return;
    try {
      this.#separateCurrent();
      if (!this.#reading) this.writer.statement('BEGIN IMMEDIATE').run();
    } catch (error) {
      throw storageFailure(error);
    }
    this.#reading = false;
    this.#open = true;
  }

  /** Makes everything since begin() durable and visible to new snapshots; or, if that fails, undoes it. */
  commit(): void {
    if (!this.#open) return;
    try {
      this.#reserveTs();
      this.writer.statement('COMMIT').run();
    } catch (error) {
      this.rollback();
      throw storageFailure(error);
    }
    this.#open = false;
    this.catalog.keep();
    this.#durableTs = this.#lastTs;
    this.#retireCurrent();
  }

  rollback(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#reservedTs = 0n;
    this.catalog.forget();
    // SQLite ends a transaction by itself where the disk fails it (sqlite.org/lang_transaction.html).
    if (this.writer.database.isTransaction) this.writer.database.exec('ROLLBACK');
  }

  /** Ahead of need, so that not every commit has to write it: a restart begins above all that may have been given away. */
  #reserveTs(): void {
    if (this.#lastTs <= this.#reservedTs) return;
    const [soon, some] = [this.#nowTs() + RESERVED_NS, this.#lastTs + RESERVED_TICKS];
    this.#reservedTs = soon > some ? soon : some;
    this.setMeta('ts', this.#reservedTs.toString());
  }

  /** Runs the writes of one mutation so that they apply together or not at all. */
  atomically(apply: () => void): void {
    if (!this.#open) return this.#alone(apply);
    try {
      this.writer.statement('SAVEPOINT mutation').run();
      apply();
      this.writer.statement('RELEASE mutation').run();
    } catch (error) {
      this.#undoSavepoint();
      throw storageFailure(error);
    }
  }

  /** Rolls the whole transaction back if SQLite has given it up already. */
  #undoSavepoint(): void {
    try {
      this.writer.database.exec('ROLLBACK TO mutation; RELEASE mutation');
    } catch {
      this.rollback();
    }
  }

  /** The first mutation of a commit has nothing before it to keep. */
  #alone(apply: () => void): void {
    this.begin();
    try {
      apply();
    } catch (error) {
      this.rollback();
      throw storageFailure(error);
    }
  }

  /** Part of the transaction that is open, or else on disk at once. */
  #changeTables(change: () => void): void {
    const alone = !this.#open;
    this.atomically(change);
    if (alone) this.commit();
  }

  putDocument(table: TableInfo, id: string, size: number, body: string): number | bigint {
    const row = this.writer
      .statement(
        `INSERT INTO d_${table.number}(key, size, body) VALUES (?, ?, ?) ON CONFLICT(key) DO UPDATE SET size = excluded.size, body = excluded.body RETURNING n`,
      )
      .get(encodeKey([id]), size, body) as { n: number };
    return row.n;
  }

  /** Says which row it was. */
  deleteDocument(table: TableInfo, id: string): number {
    const row = this.writer
      .statement(`DELETE FROM d_${table.number} WHERE key = ? RETURNING n`)
      .get(encodeKey([id])) as { n: number };
    return row.n;
  }

  putIndexEntry(index: number, key: Key, row: number | bigint): void {
    this.writer.statement(`INSERT INTO x_${index}(key, n) VALUES (?, ?)`).run(key, row);
  }

  deleteIndexEntry(index: number, key: Key): void {
    this.writer.statement(`DELETE FROM x_${index} WHERE key = ?`).run(key);
  }

  /** The state as of the last durable commit; readers of the same commit share one connection. */
  snapshot(): Snapshot {
    this.#current ??= this.#pin();
    const pinned = this.#current;
    pinned.users += 1;
    let released = false;
    return {
      ts: pinned.ts,
      reader: pinned.reader,
      release: () => {
        if (released) return;
        released = true;
        pinned.users -= 1;
        if (pinned.users === 0 && pinned !== this.#current) this.#unpin(pinned);
      },
    };
  }

  #pin(): PinnedReader {
    if (this.#open) return { reader: new Reader(this.#pinnedConnection()), ts: this.#durableTs, users: 0 };
    if (!this.#reading) this.writer.statement('BEGIN').run();
    this.#reading = true;
    return { reader: new Reader(this.writer.connection), ts: this.#durableTs, users: 0 };
  }

  /** A connection whose view stays at the last durable commit. */
  #pinnedConnection(): Connection {
    const connection = this.#idle.pop() ?? new Connection(connect(this.#file, true));
    connection.statement('BEGIN').run();
    connection.statement('SELECT count(*) FROM meta').get();
    return connection;
  }

  #separateCurrent(): void {
    if (this.#current?.users === 0) this.#retireCurrent();
    else if (this.#current?.reader.connection === this.writer.connection)
      this.#current.reader.connection = this.#pinnedConnection();
  }

  #unpin({ reader: { connection } }: PinnedReader): void {
    if (connection === this.writer.connection) return;
    try {
      connection.statement('COMMIT').run();
      this.#idle.push(connection);
    } catch {
      connection.database.close();
    }
  }

  #retireCurrent(): void {
    const pinned = this.#current;
    this.#current = null;
    if (pinned && pinned.users === 0) this.#unpin(pinned);
  }

  close(): void {
    this.rollback();
    this.#saveTime();
    if (this.#current && this.#current.reader.connection !== this.writer.connection)
      this.#current.reader.database.close();
    for (const { database } of this.#idle) database.close();
    this.writer.database.close();
    this.#lock.close();
  }

  /**
   * Moves the write-ahead log into the database and empties its file, which holds earlier pages until then. False if a reader or
   * a writer stands in the way.
   */
  emptyLog(): boolean {
    if (this.#open || (this.#current && this.#current.users > 0)) return false;
    this.#retireCurrent();
    const { database } = this.writer;
    if (this.#reading) this.writer.statement('COMMIT').run();
    this.#reading = false;
    // A reader of an earlier commit must not be waited for: it runs on this thread.
    database.exec('PRAGMA busy_timeout = 0');
    try {
      return (database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }).busy === 0;
    } catch (error) {
      throw storageFailure(error);
    } finally {
      database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    }
  }

  /** The next start need not begin with the timestamp that was reserved; where the disk is full, it does. */
  #saveTime(): void {
    if (this.#reservedTs <= this.#lastTs) return;
    try {
      this.begin();
      this.setMeta('ts', this.#lastTs.toString());
      this.#reservedTs = this.#lastTs;
      this.commit();
    } catch {
      this.rollback();
    }
  }
}
