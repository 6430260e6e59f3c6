/**
 * Spreads the Transitions that one commit brings about over turns of the event loop: the first clients have theirs while
 * the queries of the others still run, and requests that arrive meanwhile need not wait for all of them.
 */
const SESSIONS_A_TURN = 16;

export class Turns {
  readonly #queue: (() => void)[] = [];
  readonly #failed: (error: unknown) => void;
  #scheduled = false;

  /** `failed` gets the errors of callbacks. One that throws does not stop the others. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Calls back in this turn, once its commits are all told, or in one of the next: in the order of the calls. */
  take(begin: () => void): void {
    this.#queue.push(begin);
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => this.#next());
  }

  #next(): void {
    for (const begin of this.#queue.splice(0, SESSIONS_A_TURN)) {
      try {
        begin();
      } catch (error) {
        this.#failed(error);
      }
    }
    if (this.#queue.length > 0) setImmediate(() => this.#next());
    else this.#scheduled = false;
  }
}
