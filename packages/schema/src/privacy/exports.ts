/** The export of everything that is stored about a person. */
import * as z from 'zod';
import { privacyRetention } from './retention.ts';

/** Time for which a finished export is kept, in milliseconds. */
export const EXPORT_KEPT_MS = privacyRetention.exports.periodMs;
/** Time for which the addresses of an export's files work, in milliseconds. */
export const EXPORT_ADDRESS_MS = privacyRetention.exportAddresses.periodMs;

export const exportStateSchema = z.strictObject({
  /** `making` goes to `ready` or `failed`, without a call. */
  state: z.enum(['none', 'making', 'ready', 'failed']),
  /** Unix milliseconds. */
  requestedAt: z.number().nullable(),
  /** The part of the work that is done, from 0 to 1. */
  progress: z.number(),
  /** Number of files so far. A large export has several, each a whole archive. */
  files: z.number(),
  /** Bytes of these files together. */
  size: z.number(),
  /** Time at which the files are deleted, in Unix milliseconds; null until they are ready. */
  expiresAt: z.number().nullable(),
});
export type ExportState = z.infer<typeof exportStateSchema>;

export const exportFileSchema = z.strictObject({
  /** A name to save the file under. */
  name: z.string(),
  /** Works for ten minutes, for everybody who has it. */
  address: z.string(),
  /** Bytes. */
  size: z.number(),
});
export type ExportFile = z.infer<typeof exportFileSchema>;
