/**
 * The one error that the SDK throws. Bundles duplicate classes, so it is recognised by a brand and never by
 * `instanceof`. Part of the embed: nothing here may import at run time.
 */
import type { Changes, Conflict, ErrorCode, FieldError, Sections, Versions } from '@gigsy/schema';

const brand: unique symbol = Symbol.for('gigsy.error');

/** Both versions of the sections that somebody else has changed meanwhile. */
export interface ProfileConflict {
  /** The changes that were refused. */
  yours: Changes;
  /** The sections as they are now, with their versions. */
  theirs: { sections: Partial<Sections>; versions: Partial<Versions> };
}

export interface GigsyErrorDetails {
  /** Every faulty field of the arguments, at most 50. */
  fields?: FieldError[];
  /** The sections that have changed, with their versions and the fields that differ; with `version_conflict`. */
  conflicts?: Conflict[];
  /** Milliseconds until a retry can succeed; with `rate_limited` and `handle_cooling_down`. */
  retryAfterMs?: number;
  /** Names the failed call in the deployment's logs. */
  requestId?: string;
  /** Both versions; with a `version_conflict` of `MyProfile.update`. */
  conflict?: ProfileConflict;
  cause?: unknown;
}

/** An error with a stable `code` to switch on and a `message` for people. */
export class GigsyError extends Error {
  declare readonly code: ErrorCode;
  declare readonly fields?: FieldError[];
  declare readonly conflicts?: Conflict[];
  declare readonly retryAfterMs?: number;
  declare readonly requestId?: string;
  declare readonly conflict?: ProfileConflict;

  readonly [brand] = true;

  constructor(code: ErrorCode, message: string, details?: GigsyErrorDetails) {
    super(message, details);
    Object.assign(this, { name: 'GigsyError', code, ...details });
  }
}

/** True for a GigsyError of any copy of this package; with `code`, only for that one. */
export function isGigsyError(value: unknown, code?: ErrorCode): value is GigsyError {
  const error = value as Partial<GigsyError> | null | undefined;
  return error?.[brand] === true && (!code || error.code === code);
}

/** The error for a fired `signal` or a failed connection. */
export function connectionError(cause: unknown, signal?: AbortSignal | null): GigsyError {
  if (!signal?.aborted) return new GigsyError('offline', 'No connection to Gigsy.', { cause });
  return signal.reason?.name === 'TimeoutError'
    ? new GigsyError('timeout', 'No answer in time.')
    : new GigsyError('aborted', 'The call was aborted.');
}

export function badResponse(cause?: unknown): GigsyError {
  return new GigsyError('bad_response', 'The answer cannot be read.', { cause });
}
