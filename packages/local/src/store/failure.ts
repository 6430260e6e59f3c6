/** Errors that the disk or another program causes, typed so that callers and clients can tell them from faults of the deployment. */
import { LocalDeploymentError, errorCode, errorText } from '../errors.ts';
import type { LocalDeploymentErrorCode } from '../errors.ts';

export type StorageFailureCode = Extract<
  LocalDeploymentErrorCode,
  'disk_full' | 'data_unwritable' | 'data_in_use' | 'data_damaged'
>;

/** Primary result codes of SQLite: sqlite.org/rescode.html. */
const SQLITE: Record<number, StorageFailureCode> = {
  3: 'data_unwritable', // PERM
  5: 'data_in_use', // BUSY
  6: 'data_in_use', // LOCKED
  8: 'data_unwritable', // READONLY
  10: 'data_unwritable', // IOERR
  11: 'data_damaged', // CORRUPT
  13: 'disk_full', // FULL
  14: 'data_unwritable', // CANTOPEN
  26: 'data_damaged', // NOTADB
};
const SYSTEM: Record<string, StorageFailureCode> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'disk_full',
  EROFS: 'data_unwritable',
  EACCES: 'data_unwritable',
  EPERM: 'data_unwritable',
  EIO: 'data_unwritable',
  EMFILE: 'data_unwritable',
  ENFILE: 'data_unwritable',
};

/** For clients and functions: they hear what to do, and no path of this machine. */
const SENTENCES: Record<StorageFailureCode, string> = {
  disk_full: "The deployment's disk is full, so nothing was written. Free some space and try again.",
  data_unwritable: "The deployment's data can not be written or read at the moment. Try again later.",
  data_in_use: "Another program holds the deployment's data locked, so nothing was written. Try again later.",
  data_damaged: "The deployment's data is damaged. Restore it from a snapshot.",
};

/** A write or read that the disk refused. It leaves no trace, and the deployment goes on. */
export class StorageFailure extends Error {
  readonly code: StorageFailureCode;
  /** As convex/server wants it of a syscall's error, to throw it as a ConvexError in the function. */
  readonly data: { code: StorageFailureCode; message: string };

  constructor(code: StorageFailureCode, cause: unknown) {
    super(SENTENCES[code], { cause });
    this.code = code;
    this.data = { code, message: this.message };
  }
}

function codeOf(error: unknown): StorageFailureCode | undefined {
  if (errorCode(error) !== 'ERR_SQLITE_ERROR') return SYSTEM[errorCode(error) ?? ''];
  const { errcode = 0 } = error as { errcode?: number };
  // The upper bits say more of the primary code.
  return SQLITE[errcode & 0xff];
}

/** The error as a StorageFailure if the disk caused it; otherwise the error itself. */
export function storageFailure(error: unknown): unknown {
  if (error instanceof StorageFailure) return error;
  const code = codeOf(error);
  return code === undefined ? error : new StorageFailure(code, error);
}

/** Why a data folder can not be used, for the person who starts the deployment. */
export function dataFolderError(dataDir: string, error: unknown): LocalDeploymentError {
  if (error instanceof LocalDeploymentError) return error;
  const cause = error instanceof StorageFailure ? error.cause : error;
  const code = codeOf(cause);
  if (code === 'data_damaged')
    return new LocalDeploymentError(
      code,
      `The data in ${dataDir} is damaged (${errorText(cause)}); it was left as it is.`,
      { cause },
    );
  const full = code === 'disk_full';
  const message = full
    ? `The disk of the data folder ${dataDir} is full; free some space and start again.`
    : `The data folder ${dataDir} can not be written: ${errorText(cause)}.`;
  return new LocalDeploymentError(full ? 'disk_full' : 'data_unwritable', message, { cause });
}
