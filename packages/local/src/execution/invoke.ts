/** Runs one registered function in its frame: arguments and result checked against its validators, failures in Convex's words. */
import type { Logger } from '../log.ts';
import { FunctionFailure, failureOf } from '../functions/failure.ts';
import type { RegisteredFunction } from '../functions/registry.ts';
import { currentFrame } from '../runtime/frame.ts';
import type { Frame, FunctionKind, RequestInfo } from '../runtime/frame.ts';
import { seededRandom } from '../runtime/random.ts';
import { PATIENCE_MS, functionEnded, timeoutFailure } from '../runtime/user-time.ts';
import type { Identity } from '../auth/identity.ts';
import type { Transaction } from '../transaction/transaction.ts';
import type { TableOfId } from '../values/validators.ts';
import { findMismatch } from '../values/validators.ts';
import { beyondLimits } from '../values/bounds.ts';
import { MAX_INT64, hasPendingCommitTs, resolveCommitTs } from '../values/json.ts';
import type { JSONValue } from '../values/json.ts';
import { ValueLimitError, checkResultSize, sizeOf } from '../values/size.ts';

const MAX_ARGUMENT_BYTES = 16 << 20;
const PLACEHOLDER = '"$commitTs"';

export interface FrameOptions {
  kind: FunctionKind;
  component: string;
  path: string;
  request: RequestInfo;
  identity: Identity | Error | null;
  transaction: Transaction | null;
  logLines: string[];
  /** The deployment's time, for functions without a transaction. */
  now(): number;
  log: Logger;
  parent?: Frame;
}

export function newFrame(options: FrameOptions): Frame {
  const { kind, component, path, request, identity, transaction, logLines, now, log, parent } = options;
  const fixed = kind === 'query' || kind === 'mutation' ? transaction : null;
  return {
    kind,
    component,
    path,
    request,
    identity,
    transaction,
    logLines,
    now: fixed ? observed(fixed, () => fixed.now) : now,
    random: fixed ? observed(fixed, seededRandom()) : Math.random,
    streams: new Map(),
    nested: null,
    paginated: false,
    startedAt: performance.now(),
    userMs: 0,
    timedOut: null,
    parent: parent ?? null,
    depth: parent ? parent.depth + 1 : 0,
    log,
    rejected: false,
    stray: null,
    giveUp: null,
    answered: false,
    wroteState: false,
    journal: null,
  };
}

function observed({ readSet }: Transaction, read: () => number): () => number {
  return () => {
    readSet?.addCircumstances();
    return read();
  };
}

/**
 * A client's arguments come as a one-element array, or as the object itself. The function's validator refuses values other
 * than objects; as in Convex, `v.any()` accepts them.
 */
export function argumentObject(args: unknown): JSONValue {
  const first: unknown = Array.isArray(args) ? (args.length === 0 ? {} : args[0]) : (args ?? {});
  if (Array.isArray(args) && args.length > 1) {
    throw new FunctionFailure('ArgumentValidationError: Arguments must be one object.');
  }
  const fault = beyondLimits(first);
  if (fault !== null) throw new FunctionFailure(`Uncaught Error: ${fault}`);
  return first as JSONValue;
}

function checkArguments(
  fn: RegisteredFunction,
  args: JSONValue,
  text: string,
  allowPlaceholders: boolean,
  tableOfId: TableOfId,
): void {
  // The text alone is not enough: a person may have written it.
  const pending = text.includes(PLACEHOLDER) && hasPendingCommitTs(args);
  if (pending && !allowPlaceholders) {
    throw new FunctionFailure(
      `Uncaught Error: Invalid arguments for "${fn.path}": an unresolved placeholder value can only be passed to a query or mutation called from a mutation`,
    );
  }
  try {
    if (sizeOf(args) > MAX_ARGUMENT_BYTES)
      throw new ValueLimitError(`Arguments for ${fn.path} are too large (maximum 16 MiB)`);
  } catch (error) {
    throw new FunctionFailure(`Uncaught Error: ${(error as Error).message}`);
  }
  const mismatch = findMismatch(fn.args, pending ? resolveCommitTs(args, MAX_INT64) : args, tableOfId);
  if (mismatch) throw new FunctionFailure(`ArgumentValidationError: ${mismatch.message}`);
}

function checkResult(fn: RegisteredFunction, text: string, tableOfId: TableOfId): void {
  const result = JSON.parse(text) as JSONValue;
  const mismatch =
    fn.returns &&
    findMismatch(fn.returns, text.includes(PLACEHOLDER) ? resolveCommitTs(result, MAX_INT64) : result, tableOfId);
  if (mismatch) throw new FunctionFailure(`ReturnsValidationError: ${mismatch.message}`);
}

/** The result as JSON text; throws FunctionFailure. */
export async function invoke(
  fn: RegisteredFunction,
  args: JSONValue,
  frame: Frame,
  tableOfId: TableOfId,
  nested = false,
): Promise<string> {
  const text = JSON.stringify([args]);
  checkArguments(fn, args, text, nested, tableOfId);
  try {
    const result = await withPatience(frame, () => fn.invoke(text, frame.request.requestId));
    // Calls that are not awaited still belong to the transaction.
    while (frame.nested) await frame.nested;
    // User code may have caught the error that told it to stop.
    if (frame.timedOut) throw frame.timedOut;
    checkResultSize(result, fn.path);
    if (fn.returns) checkResult(fn, result, tableOfId);
    return result;
  } catch (thrown) {
    throw failureOf(thrown);
  } finally {
    functionEnded(frame);
    for (const stream of frame.streams.values()) stream.close();
  }
}

/** How often functions that take too long are looked for: one timer for all of them, since few ever do. */
const LOOK_MS = 250;

/** Running functions, each with the function that ends the wait for it. */
const waiting = new Set<Frame>();
let looking: NodeJS.Timeout | null = null;

function look(): void {
  const now = performance.now();
  for (const frame of waiting) {
    const patience = PATIENCE_MS[frame.kind];
    if (now - frame.startedAt < patience) continue;
    if (frame.transaction) frame.transaction.ended = true;
    frame.giveUp!(timeoutFailure(patience));
  }
  if (waiting.size > 0 || !looking) return;
  clearInterval(looking);
  looking = null;
}

/** Runs in the frame. A promise that nobody will resolve must not hold the writer, or a socket, for ever. */
export function withPatience<T>(frame: Frame, run: () => Promise<T>): Promise<T> {
  looking ??= setInterval(look, LOOK_MS).unref();
  return new Promise<T>((resolve, reject) => {
    const fail = (error: unknown) => {
      frame.giveUp = null;
      waiting.delete(frame);
      reject(error as Error);
    };
    frame.giveUp = fail;
    waiting.add(frame);
    currentFrame.run(frame, run).then((value) => {
      frame.giveUp = null;
      waiting.delete(frame);
      resolve(value);
    }, fail);
  });
}
