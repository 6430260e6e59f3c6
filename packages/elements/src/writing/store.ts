/** Where a form reads and writes: the only thing of a domain that the editor knows. */
import type { FieldValue } from './field.ts';

/** An object as it is stored, with the version that a change names. */
export interface Stored {
  readonly value: object;
  /** Rises with each change. */
  readonly version: number;
  /** Tells one person of the deployment from all others; scopes drafts. */
  readonly person: string;
}

export interface StoreObserver {
  next(stored: Stored | null): void;
  error(thrown: unknown): void;
  signal: AbortSignal;
}

export interface Store {
  /** Address of the deployment; scopes drafts. */
  readonly deployment: string;
  /** The prefix of a field's path in a refusal's `fields`: `changes.identity.`. */
  readonly errorPath: string;
  /** Null if the person has no such object yet. Rejects with a GigsyError. */
  read(signal: AbortSignal): Promise<Stored | null>;
  /**
   * Writes `patch`, in which null removes a member, onto version `expected`; resolves to the version that it made. The same
   * `idempotencyKey` twice has one effect. Rejects with a GigsyError.
   */
  write(patch: Record<string, FieldValue>, expected: number, idempotencyKey: string): Promise<number>;
  /** Follows changes until the observer's signal fires. */
  watch(observer: StoreObserver): void;
}
