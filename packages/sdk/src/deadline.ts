/** Ends work at the caller's signal or after a time, whichever comes first. Part of the embed. */

/** Longest a call may take, in milliseconds, when the caller says nothing. */
export const DEFAULT_TIMEOUT_MS = 10_000;

/** A signal that fires with `signal`, or with a TimeoutError after `timeoutMs` milliseconds. */
export function deadline(timeoutMs: number = DEFAULT_TIMEOUT_MS, signal?: AbortSignal | null): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}
