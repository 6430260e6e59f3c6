/** The states of an editor, and which of them an error leads to. */
import type { ErrorCode } from '@gigsy/sdk/reader';
import { GigsyError, isGigsyError } from '@gigsy/sdk/resource-reader';

/** Whether there is something to edit. `empty`: the person has no such object yet. */
export type EditorPhase = 'loading' | 'ready' | 'empty' | 'signed-out' | 'error' | 'offline';

/**
 * How far the changes are. `unsent`: no connection, sent again by itself; `waiting`: too many calls, sent again by itself;
 * `expired`: the session has ended; `failed`: refused or broken, and a matter of trying again.
 */
export type SaveStatus =
  'clean' | 'dirty' | 'saving' | 'saved' | 'unsent' | 'waiting' | 'expired' | 'invalid' | 'conflict' | 'failed';

export function phaseAfter(code: ErrorCode): EditorPhase {
  if (code === 'unauthenticated') return 'signed-out';
  return code === 'offline' || code === 'timeout' ? 'offline' : 'error';
}

export function statusAfter(code: ErrorCode): 'unsent' | 'waiting' | 'expired' | 'invalid' | 'failed' {
  switch (code) {
    case 'offline':
    case 'timeout':
      return 'unsent';
    case 'rate_limited':
      return 'waiting';
    case 'unauthenticated':
      // Without a connection the sign-in provider cannot be reached either, so the person may still be signed in.
      return globalThis.navigator?.onLine === false ? 'unsent' : 'expired';
    case 'invalid_argument':
    case 'too_large':
      return 'invalid';
    default:
      return 'failed';
  }
}

/** The error that a store has thrown; any other value comes from a client that breaks its contract. */
export function asGigsyError(thrown: unknown): GigsyError {
  return isGigsyError(thrown) ? thrown : new GigsyError('bad_response', 'The client failed.', { cause: thrown });
}

/** From what needs the person most to what needs nothing. */
const BY_URGENCY: readonly SaveStatus[] = [
  'conflict',
  'invalid',
  'failed',
  'expired',
  'waiting',
  'unsent',
  'saving',
  'dirty',
  'saved',
  'clean',
];

/** The status of several forms as one. */
export function foremost(statuses: readonly SaveStatus[]): SaveStatus {
  return BY_URGENCY.find((status) => statuses.includes(status)) ?? 'clean';
}
