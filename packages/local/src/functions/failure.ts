/** How a function failed, in the words a Convex development deployment uses towards clients. */
import { randomUUID } from 'node:crypto';
import type { JSONValue } from '../values/json.ts';

/** `message` is what follows "Server Error"; `data` is a ConvexError's, in JSON form. */
export class FunctionFailure extends Error {
  readonly data: JSONValue | undefined;

  constructor(message: string, data?: JSONValue) {
    super(message);
    this.data = data;
  }
}

const CONVEX_ERROR = Symbol.for('ConvexError');

/** Turns whatever a function threw into a failure. convex/server has already serialized a ConvexError's data. */
export function failureOf(thrown: unknown): FunctionFailure {
  if (thrown instanceof FunctionFailure) return thrown;
  if (typeof thrown !== 'object' || thrown === null) return new FunctionFailure(`Uncaught ${String(thrown)}`);
  const error = thrown as { name?: unknown; message?: unknown; data?: unknown };
  const message = typeof error.message === 'string' ? error.message : String(thrown);
  if (CONVEX_ERROR in thrown) {
    const data = typeof error.data === 'string' ? (JSON.parse(error.data) as JSONValue) : null;
    return new FunctionFailure(`Uncaught ConvexError: ${message}`, data);
  }
  const name = typeof error.name === 'string' ? error.name : 'Error';
  return new FunctionFailure(`Uncaught ${name}: ${message}`);
}

export function newRequestId(): string {
  // Node keeps a store of random UUIDs: much cheaper than a draw of its own.
  return randomUUID().replaceAll('-', '').slice(16);
}

export function clientMessage(requestId: string, failure: FunctionFailure): string {
  return `[Request ID: ${requestId}] Server Error\n${failure.message}`;
}
