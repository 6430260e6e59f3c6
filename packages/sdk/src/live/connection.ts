/**
 * The WebSocket side: one Convex client for everything that is watched on a deployment. It connects at the first watch
 * and lets go a while after the last one. Loaded by dynamic import only.
 */
import type { ConvexClient } from 'convex/browser';
import type { FunctionReference } from 'convex/server';
import type { Value } from 'convex/values';
import type { Auth } from '../auth.ts';
import { connectionError } from '../errors.ts';
import type { WatchObserver } from '../resources.ts';
import { errorFromServer } from '../server-error.ts';
import type { Convex } from './convex.ts';
import { unheld } from './unheld.ts';

/** How long an unwatched connection stays open: a page that re-renders watches again at once. */
const IDLE_MS = 10_000;
/** How long a connection may be away before watchers are told. Shorter gaps are ordinary on mobile networks. */
const AWAY_MS = 3_000;

interface Watcher {
  observer: WatchObserver<unknown>;
  /** The last known result; undefined before the first. */
  current(): unknown;
}

export interface LiveConnectionOptions {
  convex: Convex;
  url: string;
  auth?: Auth | undefined;
  idleMs?: number;
  awayMs?: number;
}

export class LiveConnection {
  readonly #options: LiveConnectionOptions;
  readonly #watchers = new Set<Watcher>();
  #client: ConvexClient | undefined;
  #stopNoting = () => {};
  #idle: ReturnType<typeof setTimeout> | undefined;
  #away: ReturnType<typeof setTimeout> | undefined;
  #told = false;

  constructor(options: LiveConnectionOptions) {
    this.#options = options;
  }

  /** True while a socket is held. */
  get open(): boolean {
    return this.#client !== undefined;
  }

  watch(path: string, args: Record<string, Value>, observer: WatchObserver<unknown>): () => void {
    clearTimeout(this.#idle);
    const client = (this.#client ??= this.#connect());
    const stop = subscribe(client, path, args, observer);
    const watcher = { observer, current: () => stop.getCurrentValue() as unknown };
    this.#watchers.add(watcher);
    if (this.#told) observer.error?.(connectionError(undefined));
    const end = () => {
      if (!this.#watchers.delete(watcher)) return;
      observer.signal?.removeEventListener('abort', end);
      stop();
      if (this.#watchers.size === 0)
        this.#idle = unheld(setTimeout(() => this.close(), this.#options.idleMs ?? IDLE_MS));
    };
    observer.signal?.addEventListener('abort', end);
    return end;
  }

  /** Ends every watch and the socket. A later watch connects anew. */
  close(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#away);
    this.#away = undefined;
    this.#stopNoting();
    this.#watchers.clear();
    this.#told = false;
    void this.#client?.close();
    this.#client = undefined;
  }

  #connect(): ConvexClient {
    const { convex: Client, url, auth } = this.#options;
    const client = new Client(url, { skipConvexDeploymentUrlCheck: true, unsavedChangesWarning: false, logger: false });
    if (auth) identify(client, auth);
    const stopFollowing = auth && follow(client, auth);
    const stopNoting = client.client.subscribeToConnectionState(({ isWebSocketConnected }) =>
      this.#noteConnection(isWebSocketConnected),
    );
    this.#stopNoting = () => {
      stopFollowing?.();
      stopNoting();
    };
    this.#noteConnection(false);
    return client;
  }

  #noteConnection(connected: boolean): void {
    if (!connected) {
      this.#away ??= unheld(setTimeout(() => this.#tellAway(), this.#options.awayMs ?? AWAY_MS));
      return;
    }
    clearTimeout(this.#away);
    this.#away = undefined;
    if (this.#told) this.#tellBack();
  }

  #tellAway(): void {
    this.#told = true;
    for (const { observer } of [...this.#watchers]) observer.error?.(connectionError(undefined));
  }

  /** Unchanged results are not sent again after a reconnect, so watchers get the known result. */
  #tellBack(): void {
    this.#told = false;
    for (const { observer, current } of [...this.#watchers]) {
      const known = current();
      if (known !== undefined) observer.next(known);
    }
  }
}

/** Convex's client would wait for ever on a token that fails; without one, watchers see what anyone may see. */
function identify(client: ConvexClient, auth: Auth): void {
  client.setAuth(({ forceRefreshToken }) => auth.getToken({ forceRefresh: forceRefreshToken }).catch(() => null));
}

/**
 * Goes on as the person who is signed in after each change. Convex's client stops the socket for `setAuth` and does not tell
 * the deployment afterwards that nobody is signed in any more, so that is said by itself.
 */
function follow(client: ConvexClient, auth: Auth): (() => void) | undefined {
  let changes = 0;
  return auth.onChange?.(() => {
    const change = (changes += 1);
    const token = auth.getToken().catch(() => null);
    void token.then((found) => {
      if (change !== changes || client.closed) return;
      if (found === null) client.client.clearAuth();
      else identify(client, auth);
    });
  });
}

function subscribe(client: ConvexClient, path: string, args: Record<string, Value>, observer: WatchObserver<unknown>) {
  return client.onUpdate(
    // A name, which the client takes too: the maker of references comes with all of convex/server.
    path as unknown as FunctionReference<'query'>,
    args,
    (result: unknown) => observer.next(result),
    (thrown) => observer.error?.(errorFromServer(thrown)),
  );
}
