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

export interface RetryOptions {
  retries: number;
  /** 0 up to 1; Math.random, unless a test seeds it. */
  random: () => number;
  signal: AbortSignal;
}

/** The result of `attempt`, made again up to `retries` times while it throws a `Transient` and `signal` has not fired. */
export async function withRetries<T>(attempt: () => Promise<T>, { retries, random, signal }: RetryOptions): Promise<T> {
  for (let made = 0; ; made += 1) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof Transient)) throw failure;
      const wait = failure.afterMs ?? random() * Math.min(LONGEST_MS, BASE_MS * 2 ** made);
      if (made >= retries || wait > LONGEST_MS) throw failure.error;
      await pause(wait, signal);
    }
  }
}
