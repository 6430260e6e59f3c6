/** Opens the data folder, one process at a time, and the database's connections. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { dataFolderError } from './failure.ts';
import { bringUpToDate } from './format.ts';

/** Milliseconds that a connection waits for another's lock. */
export const BUSY_MS = 2_000;

export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw dataFolderError(dataDir, error);
  }
}

/** Held by an SQLite lock, which the operating system drops with the process, however it ends. */
export function lockDataFolder(dataDir: string): DatabaseSync {
  let lock: DatabaseSync;
  try {
    lock = new DatabaseSync(join(dataDir, 'lock.sqlite'));
  } catch (error) {
    throw dataFolderError(dataDir, error);
  }
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (/lock|busy/i.test(errorText(error))) {
      throw new LocalDeploymentError('data_in_use', `Another deployment is already using the data folder ${dataDir}.`, {
        cause: error,
      });
    }
    throw dataFolderError(dataDir, error);
  }
}

/**
 * A connection with the settings every connection shares. FULL makes a commit survive power loss, not only a killed process.
 * `secure_delete` writes zeros over what is deleted or replaced.
 */
export function connect(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly });
  database.exec(
    `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY`,
  );
  if (!readOnly)
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000; PRAGMA secure_delete = ON',
    );
  return database;
}

export function openWriter(file: string): DatabaseSync {
  const database = connect(file, false);
  try {
    bringUpToDate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
