/** The SDK's methods as types, derived from the contract: a function added there is a method here. */
import type { Contract, FunctionKind } from '@gigsy/schema';
import type { GigsyError } from './errors.ts';

export interface CallOptions {
  /** Ends the call with code `aborted`. */
  signal?: AbortSignal;
  /** Longest the call may take, retries included, in milliseconds. */
  timeoutMs?: number;
}

export interface WatchObserver<Result> {
  /** The result now, and after each change. */
  next(result: Result): void;
  /** The failure. `offline` is temporary: `next` is called again when the connection is back. */
  error?(error: GigsyError): void;
  /** Ends the watch, as the returned function does. */
  signal?: AbortSignal;
}

export interface WatchOptions {
  /** Ends the iteration. */
  signal?: AbortSignal;
}

/** `observer` under another signal. */
export function forwarding<R>(observer: WatchObserver<R>, signal: AbortSignal): WatchObserver<R> {
  return { next: (result) => observer.next(result), error: (error) => observer.error?.(error), signal };
}

type AnyFunction = { readonly kind: FunctionKind; readonly summary: string };
/** By shape, as `Output`: to infer against `FunctionContract` costs a consumer's type check twenty times the work. */
export type Input<F> = F extends { args: { _zod: { input: infer A } } } ? A : never;
export type Output<F> = F extends { result: { _zod: { output: infer R } } } ? R : never;

/** The idempotency key may be left to the SDK. */
type Args<F> = F extends { kind: 'query' } ? Input<F> : Omit<Input<F>, 'idempotencyKey'> & { idempotencyKey?: string };

type Method<F> =
  Record<string, never> extends Args<F>
    ? (args?: Args<F>, options?: CallOptions) => Promise<Output<F>>
    : (args: Args<F>, options?: CallOptions) => Promise<Output<F>>;

/**
 * With an observer, watches until the returned function is called. Without one, gives the results to `for await`: the newest
 * that was not given yet, so that a slow reader misses what lies between. A loss of the connection makes it wait; any other
 * failure is thrown. Leaving the loop ends the watch.
 */
interface Watch<F> {
  (args: Args<F>, observer: WatchObserver<Output<F>>): () => void;
  (args: Args<F>, options?: WatchOptions): AsyncGenerator<Output<F>, void, undefined>;
}

/** `get` is watched by `watch`, `mine` by `watchMine`. */
export type WatchName<K extends string> = K extends 'get' ? 'watch' : `watch${Capitalize<K>}`;

export function watchName(name: string): string {
  return name === 'get' ? 'watch' : `watch${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export type Resources<T = Contract> = {
  readonly [K in keyof T]: T[K] extends AnyFunction ? Method<T[K]> : Resources<T[K]>;
} & {
  readonly [K in keyof T & string as T[K] extends { kind: 'query' } ? WatchName<K> : never]: Watch<T[K]>;
};

/** The contract's names and kinds alone. */
export type Manifest<T = Contract> = {
  readonly [K in keyof T]: T[K] extends AnyFunction ? KindMark<T[K]['kind']> : Manifest<T[K]>;
};

/** Kinds as numbers, so that the client of a page weighs less. */
type KindMark<K> = K extends 'query' ? 1 : K extends 'mutation' ? 0 : never;

/** Any part of a manifest, for code that walks it. */
export interface ManifestTree {
  readonly [name: string]: 0 | 1 | ManifestTree;
}
