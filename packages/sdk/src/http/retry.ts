/** Decides which failed attempts are repeated, and when: exponential backoff with full jitter, bounded. */
import type { GigsyError } from '../errors.ts';
import { pause } from '../pause.ts';

/** Attempts after the first. Two bridge a dropped connection or a deployment's restart; more would pile up on an outage. */
export const DEFAULT_RETRIES = 2;
const BASE_MS = 200;
const LONGEST_MS = 3_000;

/** A failure that may pass by itself. It knows when the server said to come back. */
export class Transient {
  readonly error: GigsyError;
  readonly afterMs: number | undefined;

  constructor(error: GigsyError, afterMs?: number) {
    this.error = error;
    this.afterMs = afterMs;
  }
}

/** One attempt of a call that failed for a reason that may pass. */
export interface FailedAttempt {
  /** The function that was called: `profile:update`. */
  function: string;
  /** 1 for the first attempt. */
  attempt: number;
  error: GigsyError;
  /** Milliseconds until the next attempt; null if this was the last. */
  retryInMs: number | null;
}

export interface RetryOptions {
  retries: number;
  /** Hears of each failed attempt. */
  failed?: (attempt: Omit<FailedAttempt, 'function'>) => void;
  /** 0 up to 1; Math.random, unless a test seeds it. */
  random: () => number;
  signal: AbortSignal;
}

/** The result of `attempt`, made again up to `retries` times while it throws a `Transient` and `signal` has not fired. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  { retries, failed, random, signal }: RetryOptions,
): Promise<T> {
  for (let made = 0; ; made += 1) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof Transient)) throw failure;
      const wait = failure.afterMs ?? random() * Math.min(LONGEST_MS, BASE_MS * 2 ** made);
      const isLast = made >= retries || wait > LONGEST_MS;
      failed?.({ attempt: made + 1, error: failure.error, retryInMs: isLast ? null : wait });
      if (isLast) throw failure.error;
      await pause(wait, signal);
    }
  }
}
