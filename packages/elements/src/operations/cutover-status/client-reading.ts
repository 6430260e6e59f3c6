/** The state of the cutover as a client gives it: read once, or followed. */
import type { CutoverStatus } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { GigsyError, isGigsyError } from '@gigsy/sdk/resource-reader';

/** `unavailable`: the caller is not an administrator. `offline`: no connection, with or without known content. */
export type CutoverState = 'loading' | 'ready' | 'signed-out' | 'unavailable' | 'error' | 'offline';

interface Told {
  /** The state, or what is known, has changed. */
  changed(): void;
  failed(error: GigsyError): void;
}

export class ClientReading {
  readonly #told: Told;
  #client: Gigsy | null | undefined;
  #ended = new AbortController();
  state: CutoverState = 'loading';
  known: CutoverStatus | undefined;

  constructor(told: Told) {
    this.#told = told;
  }

  get client(): Gigsy | null | undefined {
    return this.#client;
  }

  /** Begins anew with this client. Another client's answers are not shown. */
  connect(client: Gigsy | null | undefined, live: boolean): void {
    this.leave();
    if (client !== this.#client) this.known = undefined;
    this.#client = client;
    if (!client) return this.#become('signed-out');
    const { signal } = (this.#ended = new AbortController());
    this.#become(this.known ? this.state : 'loading');
    const next = (status: CutoverStatus) => signal.aborted || this.#take(status);
    const error = (thrown: unknown) => signal.aborted || this.#fail(thrown);
    if (live) client.operations.cutover.watchStatus({}, { next, error, signal });
    else client.operations.cutover.status({}, { signal }).then(next, error);
  }

  leave(): void {
    this.#ended.abort();
  }

  #take(status: CutoverStatus): void {
    this.known = status;
    this.#become('ready');
  }

  /** A lost connection keeps the content that is known; a caller who may no longer see it does not. */
  #fail(thrown: unknown): void {
    const error = isGigsyError(thrown)
      ? thrown
      : new GigsyError('bad_response', 'The client failed.', { cause: thrown });
    const { code } = error;
    if (code === 'forbidden' || code === 'unauthenticated') this.known = undefined;
    if (code === 'forbidden') this.#become('unavailable');
    else if (code === 'unauthenticated') this.#become('signed-out');
    else if (code === 'offline') this.#become('offline');
    else if (!this.known) this.#become('error');
    this.#told.failed(error);
  }

  #become(state: CutoverState): void {
    this.state = state;
    this.#told.changed();
  }
}
