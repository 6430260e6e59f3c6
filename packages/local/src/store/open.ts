/**
 * Opens the data folder: one process at a time, and never over a file that is not a sound database. The checks read the
 * file without SQLite's recovery, so a damaged file keeps every byte.
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { LocalDeploymentError, errorText } from '../errors.ts';

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** A full check reads the whole file; above this size only the header and the schema are checked, to start fast. */
const FULL_CHECK_BYTES = 48 << 20;

export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw unwritable(dataDir, error);
  }
}

function unwritable(dataDir: string, cause: unknown): LocalDeploymentError {
  return new LocalDeploymentError('data_unwritable', `The data folder ${dataDir} can not be written: ${errorText(cause)}.`, { cause });
}

/** Held by an SQLite lock, which the operating system drops with the process, however it ends. */
export function lockDataFolder(dataDir: string): DatabaseSync {
  let lock: DatabaseSync;
  try {
    lock = new DatabaseSync(join(dataDir, 'lock.sqlite'));
  } catch (error) {
    throw unwritable(dataDir, error);
  }
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (/lock|busy/i.test(errorText(error))) {
      throw new LocalDeploymentError('data_in_use', `Another deployment is already using the data folder ${dataDir}.`, { cause: error });
    }
    throw unwritable(dataDir, error);
  }
}

function damaged(file: string, why: string, cause?: unknown): LocalDeploymentError {
  return new LocalDeploymentError('data_damaged', `The database ${file} is damaged (${why}); it was left as it is.`, { cause });
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(handle, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}

/** Throws data_damaged unless the file is absent, empty, or a database that SQLite reads without complaint. */
export function checkDatabase(file: string): void {
  if (!existsSync(file)) return;
  const { size } = statSync(file);
  if (size === 0) return;
  const header = readHeader(file);
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC) throw damaged(file, 'it is not an SQLite database');
  const wal = `${file}-wal`;
  // With a write-ahead log the main file alone may lag behind: SQLite's own recovery decides then.
  if (existsSync(wal) && statSync(wal).size > 0) return;
  const declared = header.readUInt16BE(16);
  const pageSize = declared === 1 ? 65_536 : declared;
  if (size < header.readUInt32BE(28) * pageSize) throw damaged(file, 'it is cut short');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(new URL(`${pathToFileURL(file).href}?immutable=1`), { readOnly: true });
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    if (size <= FULL_CHECK_BYTES) {
      const verdict = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
      if (verdict.quick_check !== 'ok') throw damaged(file, 'SQLite finds broken pages');
    }
  } catch (error) {
    throw error instanceof LocalDeploymentError ? error : damaged(file, errorText(error), error);
  } finally {
    database?.close();
  }
}

/** A connection with the settings every connection shares. FULL makes a commit survive power loss, not only a killed process. */
export function connect(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly });
  database.exec('PRAGMA busy_timeout = 2000; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000');
  return database;
}
