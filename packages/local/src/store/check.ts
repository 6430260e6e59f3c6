/**
 * Looks at the database before it is opened for writing: a damaged or foreign database is refused, and every byte of it
 * and of its write-ahead log stays. SQLite itself would repair, empty or delete some of them.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { StorageFailure, storageFailure } from './failure.ts';
import { FORMAT, hasOurTables } from './format.ts';

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** sqlite.org/fileformat2.html#walformat: the last bit says the byte order of checksums. */
const WAL_MAGIC = 0x377f0682;
/** A full check reads the whole file; above this size only the header and the schema are checked, to start fast. */
const FULL_CHECK_BYTES = 48 << 20;
/** Beside the database, since a hard link can not leave its file system; gone when the check is over. */
const CHECKING = 'checking';

function damaged(file: string, why: string, cause?: unknown): LocalDeploymentError {
  return new LocalDeploymentError('data_damaged', `The database ${file} is damaged (${why}); it was left as it is.`, {
    cause,
  });
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** The first bytes of a file, fewer where it ends earlier. */
function head(file: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}

/** Throws data_damaged, data_foreign or data_newer unless the file is absent, new, or a database of ours that SQLite reads without complaint. */
export function checkDatabase(file: string): void {
  const log = `${file}-wal`;
  const [size, logSize] = [sizeOf(file), sizeOf(log)];
  if (size === 0) {
    if (logSize > 0) throw damaged(file, 'it is empty or missing, though its write-ahead log is there');
    if (existsSync(file) && wasInUse(file)) throw damaged(file, 'it is empty');
    return;
  }
  const header = head(file, HEADER_BYTES);
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC)
    throw damaged(file, 'it is not an SQLite database');
  if (logSize > 0) {
    checkLogHeader(file, log);
    withCopy(file, (copy) => inspect(file, new DatabaseSync(copy, { readOnly: true }), size + logSize));
    return;
  }
  const declared = header.readUInt16BE(16);
  const pageSize = declared === 1 ? 65_536 : declared;
  if (size < header.readUInt32BE(28) * pageSize) throw damaged(file, 'it is cut short');
  inspect(file, new DatabaseSync(new URL(`${pathToFileURL(file).href}?immutable=1`), { readOnly: true }), size);
}

/** The key of administrators is made after the first tables are on disk. */
function wasInUse(file: string): boolean {
  return existsSync(join(dirname(file), 'admin-key'));
}

/** SQLite takes a log with a damaged start for an empty one, and its content would be lost silently. */
function checkLogHeader(file: string, log: string): void {
  const header = head(log, 32);
  if (header.length < 32 || (header.readUInt32BE(0) & ~1) >>> 0 !== WAL_MAGIC)
    throw damaged(file, 'its write-ahead log is not one');
}

/** A read-only look at the database under another name never writes to its file, and recovers a log of its own. */
function withCopy(file: string, look: (copy: string) => void): void {
  const folder = join(dirname(file), CHECKING);
  const copy = join(folder, basename(file));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  try {
    linkOrCopy(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    look(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linkOrCopy(file: string, copy: string): void {
  try {
    linkSync(file, copy);
  } catch {
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
  }
}

function inspect(file: string, database: DatabaseSync, size: number): void {
  try {
    const { n } = database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get() as {
      n: number;
    };
    if (n === 0 && wasInUse(file)) throw damaged(file, 'its tables are gone; was its write-ahead log deleted?');
    if (n > 0 && !hasOurTables(database))
      throw new LocalDeploymentError(
        'data_foreign',
        `The database ${file} belongs to another application; it was left as it is.`,
      );
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > FORMAT)
      throw new LocalDeploymentError(
        'data_newer',
        `The database ${file} is of a newer version of gigsy-local (format ${version}, this one reads up to ${FORMAT}); it was left as it is.`,
      );
    if (size > FULL_CHECK_BYTES) return;
    const verdict = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    if (verdict.quick_check !== 'ok') throw damaged(file, 'SQLite finds broken pages');
  } catch (error) {
    if (error instanceof LocalDeploymentError) throw error;
    const failure = storageFailure(error);
    throw failure instanceof StorageFailure && failure.code === 'data_unwritable'
      ? failure
      : damaged(file, errorText(error), error);
  } finally {
    database.close();
  }
}
