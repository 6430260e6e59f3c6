/**
 * A watch that does without its live connection while that does not come about: where a policy, a proxy or a firewall lets
 * HTTP alone pass, the resource is read again from time to time, and the watcher hears `offline` only when that fails too.
 */
import { connectionError, isGigsyError } from '../errors.ts';
import type { WatchObserver } from '../resources.ts';
import { tellOnce } from '../tell-once.ts';
import { unheld } from './unheld.ts';

export interface Ways {
  read(): Promise<unknown>;
  /** Begins to watch until the observer's signal fires. Where it rejects it is tried again with each reading. */
  begin(observer: WatchObserver<unknown>): Promise<void>;
}

/** Before the first reading, the second and so on; the last stays. A change that a reading finds begins again with the second. */
const WAITS_MS = [2_000, 15_000, 30_000, 60_000, 120_000, 300_000];

/** Keeps apart the pages that lose one deployment at one moment. The elements of a page read together. */
const SPREAD = 0.75 + Math.random() / 2;

/** Watches by `ways` until the returned function is called or the observer's signal fires. */
export function persistentWatch(ways: Ways, observer: WatchObserver<unknown>): () => void {
  const ended = new AbortController();
  const signal = observer.signal ? AbortSignal.any([observer.signal, ended.signal]) : ended.signal;
  if (!signal.aborted) void new PersistentWatch(ways, observer, signal).begin();
  return () => ended.abort();
}

class PersistentWatch {
  readonly #ways: Ways;
  readonly #observer: WatchObserver<unknown>;
  readonly #signal: AbortSignal;
  #begun = false;
  #everLive = false;
  /** Running while a reading is to come. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the time for a reading came while nobody looked at the page. */
  #due = false;
  #readings = 0;
  /** Counts the answers of the live connection, so that an older reading does not undo them. */
  #given = 0;
  /** The observer's last notice: an answer, as text, or the code of a failure. */
  #told: string | undefined;

  constructor(ways: Ways, observer: WatchObserver<unknown>, signal: AbortSignal) {
    this.#ways = ways;
    this.#observer = observer;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#rest());
    globalThis.document?.addEventListener('visibilitychange', () => this.#due && this.#read(), { signal });
    globalThis.addEventListener?.('online', () => this.#timer && this.#read(), { signal });
  }

  async begin(): Promise<void> {
    this.#begun = true;
    try {
      await this.#ways.begin({
        signal: this.#signal,
        next: (answer) => this.#live(answer),
        error: (error) => this.#fail(error),
      });
    } catch (thrown) {
      this.#begun = false;
      if (this.#signal.aborted) return;
      this.#fail(thrown);
      this.#wait();
    }
  }

  #live(answer: unknown): void {
    this.#rest();
    this.#everLive = true;
    this.#given += 1;
    this.#tell(answer);
  }

  /** Of the live connection: without it there are readings, and only those tell that there is no connection. */
  #fail(thrown: unknown): void {
    const error = isGigsyError(thrown) ? thrown : connectionError(thrown);
    if (error.code === 'offline') this.#wait();
    else this.#observer.error?.(error);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const wait = WAITS_MS[Math.min(this.#readings, WAITS_MS.length - 1)]!;
    this.#readings += 1;
    this.#timer = unheld(setTimeout(() => this.#read(), wait * SPREAD));
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due = false;
    this.#readings = 0;
  }

  /** Puts the reading off while nobody looks. */
  #read(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due = globalThis.document?.visibilityState === 'hidden';
    if (this.#due) return;
    if (!this.#begun) void this.begin();
    const given = this.#given;
    const unless = (tell: () => void) => {
      if (this.#signal.aborted || this.#given !== given) return;
      tell();
      this.#wait();
    };
    this.#ways.read().then(
      (answer) => unless(() => this.#found(answer)),
      (thrown: unknown) => unless(() => this.#failed(thrown)),
    );
  }

  #found(answer: unknown): void {
    if (!this.#everLive) {
      tellOnce(
        'live',
        'there is no live connection to the deployment, so that changes are read over HTTP and come later. ' +
          "Let the page's connect-src and what lies on the way pass the deployment's https: and wss: addresses.",
      );
    }
    if (JSON.stringify(answer) === this.#told) return;
    this.#readings = 1;
    this.#tell(answer);
  }

  #failed(thrown: unknown): void {
    const error = isGigsyError(thrown) ? thrown : connectionError(thrown);
    if (this.#told === error.code) return;
    this.#told = error.code;
    this.#observer.error?.(error);
  }

  #tell(answer: unknown): void {
    this.#told = JSON.stringify(answer);
    this.#observer.next(answer);
  }
}
