/**
 * One running function, on which its syscalls act. Found through AsyncLocalStorage, so that concurrent functions do not
 * mix.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Identity } from '../auth/identity.ts';
import type { FunctionFailure } from '../functions/failure.ts';
import type { Logger } from '../log.ts';
import type { Transaction } from '../transaction/transaction.ts';
import type { QueryStream } from '../transaction/stream.ts';

export type FunctionKind = 'query' | 'mutation' | 'action' | 'http';

/** The caller of a request and its connection. All functions that the request runs share it. */
export interface RequestInfo {
  requestId: string;
  ip: string | null;
  userAgent: string | null;
  scheduledFunctionId: string | null;
  authToken: string | null;
}

/** The journal of a live query: where its page ended when it first ran. */
export interface Journal {
  endCursor: string | null;
}

export interface Frame {
  readonly kind: FunctionKind;
  readonly component: string;
  readonly path: string;
  readonly request: RequestInfo;
  /** null for anonymous callers; an Error when an HTTP action was called with a token that failed verification. */
  readonly identity: Identity | Error | null;
  /** null in actions, which have no transaction of their own. */
  readonly transaction: Transaction | null;
  /** Console output, as lines for the client. */
  readonly logLines: string[];
  /** Now in Unix milliseconds; fixed in queries and mutations. */
  now(): number;
  /** In [0, 1); seeded in queries and mutations. */
  random(): number;
  readonly streams: Map<number, QueryStream>;
  /** Nested calls of one function run one after another, and its other database calls wait for them. */
  nested: Promise<unknown> | null;
  paginated: boolean;
  /** By performance.now(). */
  readonly startedAt: number;
  /** Computation seen so far, in milliseconds. */
  userMs: number;
  /** Set once it is over its time. */
  timedOut: FunctionFailure | null;
  /** The function that called this one and shares its transaction. */
  readonly parent: Frame | null;
  /** How many functions called one another up to this one. */
  readonly depth: number;
  readonly log: Logger;
  /** A promise of it was rejected without a handler, for a moment at least. */
  rejected: boolean;
  /** An error that the function left unhandled. */
  stray: FunctionFailure | null;
  /** Ends the wait for the function while it runs. */
  giveUp: ((failure: FunctionFailure) => void) | null;
  /** The caller has the answer already: later errors can only be logged. */
  answered: boolean;
  /** It changed something that outlives a call. */
  wroteState: boolean;
  /** The journal to read from, replaced by the one to keep. */
  journal: Journal | null;
}

export const currentFrame = new AsyncLocalStorage<Frame>();

export function requireFrame(): Frame {
  const frame = currentFrame.getStore();
  if (!frame)
    throw new Error('Convex functions can only use the database, the scheduler and other services while they run.');
  return frame;
}

export function isDeterministic(frame: Frame | undefined): boolean {
  return frame?.kind === 'query' || frame?.kind === 'mutation';
}
