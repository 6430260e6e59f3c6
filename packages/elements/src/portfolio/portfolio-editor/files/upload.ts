/** An upload as it is on show. */
import type { FileFault } from '@gigsy/schema';
import type { UploadTicket } from '@gigsy/sdk/files';

/**
 * `waiting` for those before it; `checking`: all of it has arrived; `refused` for what it is; `lost`: no connection, goes on by itself;
 * `stopped`: goes on when the person says so.
 */
export type UploadState = 'waiting' | 'sending' | 'checking' | 'refused' | 'lost' | 'stopped';

/** Why a file was refused or stopped. */
export type UploadFault = FileFault | 'tooHeavy' | 'empty' | 'full' | 'tooOften' | 'signedOut' | 'failed';

export interface Upload {
  /** Tells it from the others of the page. */
  readonly key: string;
  /** The contribution that the file is for. */
  readonly owner: string;
  readonly file: File;
  state: UploadState;
  /** Bytes that have arrived. */
  sent: number;
  fault?: UploadFault | undefined;
  ticket?: UploadTicket | undefined;
  readonly ended: AbortController;
}
