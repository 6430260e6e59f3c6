/** Where a form reads and writes: the only thing of a domain that the editor knows. */

/** An object, or a list of items with ids, as it is stored, with the version that a change names. */
export interface Stored {
  readonly value: object;
  /** Rises with each change. */
  readonly version: number;
  /** The value may change while the version stays, since other systems change it too. */
  readonly isLiving?: boolean;
  /** Tells one person of the deployment from all others; scopes drafts. */
  readonly person: string;
}

/** A stored value, and the value that it is to become. Texts are trimmed, and members without content are absent. */
export interface Change {
  readonly before: object;
  readonly after: object;
}

export interface StoreObserver {
  next(stored: Stored | null): void;
  error(thrown: unknown): void;
  signal: AbortSignal;
}

export interface Store {
  /** Address of the deployment; scopes drafts. */
  readonly deployment: string;
  /** Null if the person has no such object yet. Rejects with a GigsyError. */
  read(signal: AbortSignal): Promise<Stored | null>;
  /**
   * Writes `change` onto version `expected`; resolves to the version that it made. The same `idempotencyKey` twice has one
   * effect. Rejects with a GigsyError.
   */
  write(change: Change, expected: number, idempotencyKey: string): Promise<number>;
  /** True if nothing brings back what `change` takes away, once it is written. */
  isFinal?(change: Change): boolean;
  /**
   * The place in the value that a path in the `fields` of a refusal of `write` means: `location.city`, or in a list the id
   * of the item and its member: `a1.name`. Empty if it means none.
   */
  placeOf(path: string, change: Change): string;
  /** Follows changes until the observer's signal fires. */
  watch(observer: StoreObserver): void;
}
