/**
 * A resource is the answer of a contract query: its name and its arguments. These are the types of a source of
 * resources; all are derived from the contract.
 */
import type { Contract } from '@gigsy/schema';
import type { ReadName } from './manifest.ts';
import type { Input, Output, WatchObserver } from './resources.ts';

export type { ReadName };

/** The function of the contract with this dotted name. */
export type FunctionAt<Name, Tree = Contract> = Name extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? FunctionAt<Rest, Tree[Head]>
    : never
  : Name extends keyof Tree
    ? Tree[Name]
    : never;

export type ReadArgs<Name extends ReadName> = Input<FunctionAt<Name>>;
export type ReadResult<Name extends ReadName> = Output<FunctionAt<Name>>;

export interface ReadOptions {
  /** Ends the reading with the code `aborted`; others that read the same at the same time go on. */
  signal?: AbortSignal;
}

/** Where resources come from. Elements take any object of this shape. */
export interface ResourceSource {
  /** The answer as the viewer may see it; null where there is none for this viewer, hidden or unknown alike. */
  read<Name extends ReadName>(name: Name, args: ReadArgs<Name>, options?: ReadOptions): Promise<ReadResult<Name>>;
  /**
   * Calls `next` with the answer now and after each change, until the returned function is called or the observer's
   * signal fires. `offline` passed to `error` is temporary: `next` follows when the connection is back.
   */
  watch?<Name extends ReadName>(
    name: Name,
    args: ReadArgs<Name>,
    observer: WatchObserver<ReadResult<Name>>,
  ): () => void;
}
