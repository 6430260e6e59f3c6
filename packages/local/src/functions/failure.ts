/** How a function failed, in the words a Convex development deployment uses towards clients. */
import { randomFillSync } from 'node:crypto';
import type { StorageFailure } from '../store/failure.ts';
import type { JSONValue } from '../values/json.ts';

/** `message` is the text after "Server Error"; `data` is a ConvexError's, in JSON form. */
export class FunctionFailure extends Error {
  readonly data: JSONValue | undefined;
  /** Where in the project's functions it was thrown, innermost first: for the log, never for a client. */
  readonly frames: readonly string[];

  constructor(message: string, data?: JSONValue, frames: readonly string[] = []) {
    super(message);
    this.data = data;
    this.frames = frames;
  }
}

/** A refusal of the disk, as a ConvexError whose data has a stable code. The function is not at fault and may run again. */
export class StorageRefusal extends FunctionFailure {
  constructor({ message, data }: StorageFailure) {
    super(`Uncaught ConvexError: ${message}`, data);
  }
}

const CONVEX_ERROR = Symbol.for('ConvexError');

/** Turns any value that a function threw into a failure. convex/server has already serialized a ConvexError's data. */
export function failureOf(thrown: unknown): FunctionFailure {
  if (thrown instanceof FunctionFailure) return thrown;
  if (typeof thrown !== 'object' || thrown === null) return new FunctionFailure(`Uncaught ${String(thrown)}`);
  const error = thrown as { name?: unknown; message?: unknown; data?: unknown; stack?: unknown };
  const message = typeof error.message === 'string' ? error.message : String(thrown);
  if (CONVEX_ERROR in thrown) {
    const data = typeof error.data === 'string' ? (JSON.parse(error.data) as JSONValue) : null;
    return new FunctionFailure(`Uncaught ${nameOf(error, 'ConvexError')}: ${message}`, data, framesOf(error.stack));
  }
  return new FunctionFailure(`Uncaught ${nameOf(error, 'Error')}: ${message}`, undefined, framesOf(error.stack));
}

function nameOf({ name }: { name?: unknown }, usual: string): string {
  return typeof name === 'string' && name !== '' ? name : usual;
}

/** The lines of a stack that are in bundled modules, whose paths are relative; the deployment's own and Node's are absolute. */
function framesOf(stack: unknown): string[] {
  if (typeof stack !== 'string') return [];
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at (?:.* \()?[\w.][\w./-]*\.js:\d+:\d+\)?$/.test(line));
}

const REQUEST_ID_BYTES = 8;

/** Random bytes for many ids at once: a draw costs more than the rest of an id. */
const pool = { bytes: Buffer.alloc(512 * REQUEST_ID_BYTES), at: Infinity };

export function newRequestId(): string {
  if (pool.at >= pool.bytes.length) {
    randomFillSync(pool.bytes);
    pool.at = 0;
  }
  pool.at += REQUEST_ID_BYTES;
  return pool.bytes.toString('hex', pool.at - REQUEST_ID_BYTES, pool.at);
}

export function clientMessage(requestId: string, failure: FunctionFailure): string {
  return `[Request ID: ${requestId}] Server Error\n${failure.message}`;
}
