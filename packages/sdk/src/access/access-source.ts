/**
 * A source of profiles and portfolios in which each is shown with what its owner keeps from the public and this viewer may open: one access a
 * person, shared by all that read it here, and followed while somebody does.
 */
import type { Gigsy } from '../client.ts';
import { resourceSource } from '../client-resources.ts';
import type { GigsyError } from '../errors.ts';
import { unheld } from '../live/unheld.ts';
import type { ReadArgs, ReadName, ResourceSource } from '../resource-source.ts';
import type { WatchObserver } from '../resources.ts';
import { type AccessEnd, type AskedAccess, followAccess } from './followed-access.ts';

/** `opening`: there is no answer yet. `open`: the profile is shown with what the access opened. Else the public view is shown. */
export interface AccessState {
  state: 'opening' | 'open' | AccessEnd;
  /** While it is open: when it ends unless it is renewed, in Unix milliseconds. */
  until?: number;
  /** Why it was refused, or ended by a fault. */
  error?: GigsyError;
}

export interface AccessSource extends Required<ResourceSource> {
  /** Its answers can end at any time, so they must be watched. */
  readonly live: true;
  /** By handle, for each profile that is read now. */
  readonly states: ReadonlyMap<string, AccessState>;
  /** Asks once more for each access that was refused or has ended. */
  retry(): void;
  /** Ends every access. Nothing is opened afterwards. */
  close(): void;
}

/** The purpose of all accesses of a source, their words and their length. */
export type AccessTerms = Omit<AskedAccess, 'handle'>;

/** How long an access stays after its last reader: an element that moves in its page reads again at once. */
const IDLE_MS = 2_000;

/** `changed` is called after each change of `states`. */
export function accessSource(gigsy: Gigsy, terms: AccessTerms, changed: () => void = () => {}): AccessSource {
  const everybody = resourceSource(gigsy);
  const accesses = new Accesses(gigsy, terms, changed);
  return {
    live: true,
    states: accesses.states,
    retry: () => accesses.retry(),
    close: () => accesses.close(),
    read: (async (name, args, options) => {
      const views = await accesses.settled(args.handle);
      return views?.[name] ?? everybody.read(name, args, options);
    }) as ResourceSource['read'],
    watch: (name, args, observer) => watched(everybody, accesses, [name, args], observer as WatchObserver<unknown>),
  };
}

/** The view of the access; as soon as there is none, the public view, which is followed meanwhile. */
function watched(
  everybody: Required<ResourceSource>,
  accesses: Accesses,
  [name, args]: [ReadName, ReadArgs<ReadName>],
  observer: WatchObserver<unknown>,
): () => void {
  const ended = new AbortController();
  const signal = observer.signal ? AbortSignal.any([observer.signal, ended.signal]) : ended.signal;
  let shared: unknown;
  let shown = false;
  /** Whether what everybody sees stays behind: the access shows more, or may do so in a moment. */
  let hidden = true;
  const leave = accesses.join(args.handle, ({ views, state }) => {
    if (signal.aborted) return;
    const view = views?.[name];
    hidden = view !== undefined || state === 'opening';
    if (view) observer.next(view);
    // Without an answer for everybody there is nothing that may stay.
    else if (shared !== undefined || shown) observer.next(shared ?? null);
    shown = view !== undefined || (shown && state === 'opening');
  });
  signal.addEventListener('abort', leave, { once: true });
  everybody.watch(name, args, {
    next: (answer) => {
      shared = answer;
      if (!hidden) observer.next(answer);
    },
    error: (error) => observer.error?.(error),
    signal,
  });
  return () => ended.abort();
}

/** The views that an access opened, by the reads that show them. Other reads give what everybody sees. */
type Views = Readonly<Partial<Record<ReadName, object>>>;

interface Access extends AccessState {
  views?: Views;
  readonly readers: Set<(access: Access) => void>;
  end: () => void;
  idle?: ReturnType<typeof setTimeout>;
}

class Accesses {
  readonly states = new Map<string, Access>();
  readonly #gigsy: Gigsy;
  readonly #terms: AccessTerms;
  readonly #changed: () => void;
  #closed = false;

  constructor(gigsy: Gigsy, terms: AccessTerms, changed: () => void) {
    this.#gigsy = gigsy;
    this.#terms = terms;
    this.#changed = changed;
  }

  /** Calls `reader` after each change, until the returned function is called; opens the access for its first reader. */
  join(handle: string, reader: (access: Access) => void): () => void {
    const access = this.states.get(handle) ?? this.#begin(handle);
    clearTimeout(access.idle);
    access.readers.add(reader);
    if (access.state !== 'opening') queueMicrotask(() => access.readers.has(reader) && reader(access));
    return () => {
      access.readers.delete(reader);
      if (access.readers.size > 0 || this.states.get(handle) !== access) return;
      access.idle = unheld(setTimeout(() => this.#forget(handle, access), IDLE_MS));
    };
  }

  /** The views once there is an answer; undefined where the access gives none. */
  settled(handle: string): Promise<Views | undefined> {
    return new Promise((resolve) => {
      const leave = this.join(handle, ({ state, views }) => {
        if (state === 'opening') return;
        leave();
        resolve(views);
      });
    });
  }

  retry(): void {
    for (const [handle, access] of this.states) if (isOver(access)) this.#open(handle, access);
  }

  close(): void {
    this.#closed = true;
    for (const [handle, access] of this.states) this.#forget(handle, access);
  }

  #begin(handle: string): Access {
    const access: Access = { state: 'opening', readers: new Set(), end: () => {} };
    this.states.set(handle, access);
    if (this.#closed) access.state = 'ended';
    else this.#open(handle, access);
    return access;
  }

  #open(handle: string, access: Access): void {
    access.state = 'opening';
    delete access.error;
    access.end = followAccess(
      this.#gigsy,
      { ...this.#terms, handle },
      {
        next: (profile, until, portfolio) =>
          this.#tell(access, { state: 'open', until, views: { 'profile.get': profile, 'portfolio.get': portfolio } }),
        dropped: (state, error) => this.#tell(access, { state, ...(error && { error }) }),
      },
    );
    this.#changed();
  }

  #tell(access: Access, told: AccessState & { views?: Views }): void {
    delete access.views;
    delete access.until;
    Object.assign(access, told);
    for (const reader of [...access.readers]) reader(access);
    this.#changed();
  }

  #forget(handle: string, access: Access): void {
    clearTimeout(access.idle);
    access.end();
    this.states.delete(handle);
    if (access.state === 'open') this.#tell(access, { state: 'ended' });
    else this.#changed();
  }
}

function isOver({ state }: AccessState): boolean {
  return state === 'refused' || state === 'ended';
}
