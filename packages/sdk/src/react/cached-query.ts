/** One query's answer: the last that is known, shown while a newer one is on its way. */
import type { Gigsy } from '../client.ts';
import { type GigsyError, connectionError, isGigsyError } from '../errors.ts';
import { methodOf, watchOf } from '../methods.ts';

export interface QuerySnapshot<Result = unknown> {
  /** `error` only while no answer is known. */
  readonly status: 'loading' | 'ready' | 'error';
  /** The last known answer. */
  readonly data: Result | undefined;
  /** The last failure since that answer. */
  readonly error: GigsyError | undefined;
  /** Whether an answer is on its way. */
  readonly isValidating: boolean;
}

/** An answer that is younger is not asked for again when a component mounts, in milliseconds. */
const FRESH_MS = 2_000;
/** A watch ends this long after its last component: a page that re-renders goes on with it. */
const LINGER_MS = 5_000;

export class CachedQuery {
  readonly #gigsy: Gigsy;
  readonly #name: string;
  readonly #args: object;
  readonly #listeners = new Set<() => void>();
  /** Number of components that want to be told of changes. */
  #live = 0;
  #end: (() => void) | undefined;
  #reading: Promise<void> | undefined;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #snapshot: QuerySnapshot = { status: 'loading', data: undefined, error: undefined, isValidating: false };

  constructor(gigsy: Gigsy, name: string, args: object) {
    this.#gigsy = gigsy;
    this.#name = name;
    this.#args = args;
  }

  /** The same object until something changes. */
  get snapshot(): QuerySnapshot {
    return this.#snapshot;
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0 && !this.#reading;
  }

  give(answer: unknown): void {
    if (this.#snapshot.status === 'loading') this.#answered(answer);
  }

  /** Asks again, or joins the question that is under way. Never rejects: the snapshot has the error. */
  read(): Promise<void> {
    if (this.#reading) return this.#reading;
    this.#reading = methodOf(
      this.#gigsy,
      this.#name,
    )(this.#args)
      .then(
        (answer) => this.#answered(answer),
        (thrown: unknown) => this.#failed(thrown),
      )
      .finally(() => {
        this.#reading = undefined;
        this.#set({});
      });
    this.#set({});
    return this.#reading;
  }

  /** Tells `listener` of changes until the returned function is called. `live` watches; else pages ask when they are looked at. */
  subscribe(listener: () => void, { live }: { live: boolean }): () => void {
    this.#listeners.add(listener);
    if (live) this.#watch();
    else if (Date.now() - this.#answeredAt > FRESH_MS) void this.read();
    const stopAsking = live ? undefined : askAgain(() => void this.read());
    return () => {
      stopAsking?.();
      this.#listeners.delete(listener);
      if (live) this.#unwatch();
    };
  }

  #watch(): void {
    this.#live += 1;
    this.#end ??= watchOf(this.#gigsy, this.#name)(this.#args, {
      next: (answer) => this.#answered(answer),
      error: (error) => this.#failed(error),
    });
  }

  #unwatch(): void {
    this.#live -= 1;
    if (this.#live > 0) return;
    setTimeout(() => {
      if (this.#live > 0) return;
      this.#end?.();
      this.#end = undefined;
    }, LINGER_MS);
  }

  #answered(data: unknown): void {
    this.#answeredAt = Date.now();
    this.#set({ status: 'ready', data, error: undefined });
  }

  #failed(thrown: unknown): void {
    const error = isGigsyError(thrown) ? thrown : connectionError(thrown);
    this.#set({ status: this.#snapshot.status === 'ready' ? 'ready' : 'error', error });
  }

  #set(change: Partial<QuerySnapshot>): void {
    const isValidating = this.#reading !== undefined;
    const entries = Object.entries({ ...change, isValidating }) as [keyof QuerySnapshot, unknown][];
    if (entries.every(([name, value]) => this.#snapshot[name] === value)) return;
    this.#snapshot = { ...this.#snapshot, ...change, isValidating };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Calls `ask` whenever the page is looked at again or is back online, until the returned function is called. */
function askAgain(ask: () => void): () => void {
  const { document } = globalThis;
  const seen = () => document.visibilityState === 'visible' && ask();
  document?.addEventListener('visibilitychange', seen);
  globalThis.addEventListener?.('online', ask);
  return () => {
    document?.removeEventListener('visibilitychange', seen);
    globalThis.removeEventListener?.('online', ask);
  };
}
