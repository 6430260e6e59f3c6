/**
 * The time that user code may compute: asked once in a while by the loops of a bundle (see bundle/loop-guard.ts), since
 * code that never comes back can only be stopped from within.
 */
import { FunctionFailure } from '../functions/failure.ts';
import { currentFrame, isDeterministic } from './frame.ts';
import { restoreSharedClasses } from './globals.ts';
import type { Frame } from './frame.ts';

/** docs.convex.dev/production/state/limits: time in the database does not count. */
const USER_MS = 1_000;

/** Convex's limits on the whole of a function; here also on one that only waits. */
export const PATIENCE_MS: Record<Frame['kind'], number> = {
  query: 15_000,
  mutation: 15_000,
  action: 600_000,
  http: 600_000,
};

/** Asking the system for computed time costs microseconds, so it is asked once in so many milliseconds. */
const MEASURE_MS = 1;

/**
 * The function whose loops asked last: time that this thread computes between two measurements of one function counts
 * as its own. `at` is when by performance.now(), `spent` by computedMs(), or null before the first measurement.
 */
let measured: { frame: Frame; at: number; spent: number | null } | null = null;

/** Functions that are over their time and still running; while there are any, every round of every loop asks. */
const expired = { count: 0 };

export function loopState(): { readonly count: number } {
  return expired;
}

/** Time that this thread has computed: a busy machine, which lets it wait, does not count. */
function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export function timeoutFailure(ms: number): FunctionFailure {
  return new FunctionFailure(`Function execution timed out (maximum duration: ${ms / 1000}s)`);
}

/** Throws when the running function is over its time; once it did, it does so at every call. */
export function checkUserTime(): void {
  const frame = currentFrame.getStore();
  if (!frame) return;
  const now = performance.now();
  measure(frame, now);
  const limit =
    isDeterministic(frame) && frame.userMs > USER_MS
      ? USER_MS
      : now - frame.startedAt > PATIENCE_MS[frame.kind]
        ? PATIENCE_MS[frame.kind]
        : null;
  if (limit === null) return;
  if (!frame.timedOut) expired.count += 1;
  frame.timedOut ??= timeoutFailure(limit);
  if (frame.transaction) frame.transaction.ended = true;
  throw frame.timedOut;
}

function measure(frame: Frame, now: number): void {
  if (measured?.frame !== frame) measured = { frame, at: now, spent: null };
  else if (now - measured.at >= MEASURE_MS) {
    const spent = computedMs();
    if (measured.spent !== null) frame.userMs += spent - measured.spent;
    measured = { frame, at: now, spent };
  }
}

/** The function does something else now: the time until its next question is not its own. */
export function leaveUserCode(): void {
  measured = null;
}

export function functionEnded(frame: Frame): void {
  leaveUserCode();
  if (frame.timedOut) expired.count -= 1;
  if (frame.wroteState) restoreSharedClasses();
}
