/** `createGigsy`: the resource tree of the contract over one deployment. */
import type { Value } from 'convex/values';
import type { FunctionKind } from '@gigsy/schema';
import { randomHex } from '@gigsy/schema/rules';
import type { Auth } from './auth.ts';
import { DEFAULT_TIMEOUT_MS } from './deadline.ts';
import { GigsyError, connectionError, isGigsyError } from './errors.ts';
import type { ReadFileOptions } from './files.ts';
import { type Deployment, call, isRelocated, settleAddress } from './http/call.ts';
import { DEFAULT_RETRIES, type FailedAttempt } from './http/retry.ts';
import type { LiveConnection } from './live/connection.ts';
import { manifest } from './manifest.ts';
import {
  type CallOptions,
  type ManifestTree,
  type Resources,
  type WatchObserver,
  type WatchOptions,
  forwarding,
  watchName,
} from './resources.ts';

/** Addresses that mean themselves. The code that reads others comes with the first call. */
const CERTAIN = /^(https:\/\/(?!.*\.convex\.site\b)[\w-]+(\.[\w-]+)+|http:\/\/(localhost|127\.0\.0\.1))(:\d+)?$/;

export interface GigsyOptions {
  /** Address of the Convex deployment: `https://happy-otter-123.convex.cloud`. */
  url: string;
  /** Leave out to call as an anonymous visitor. */
  auth?: Auth;
  fetch?: typeof globalThis.fetch;
  /** Longest a call may take, retries included: 10,000 ms by default. */
  timeoutMs?: number;
  /** Attempts after the first when the connection fails or the deployment is overloaded: 2 by default, 0 for none. */
  retries?: number;
  /** Source of retry jitter, 0 up to 1: `Math.random` by default. */
  random?: () => number;
  /**
   * Hears of each attempt that failed because the connection or the deployment did, for logs and alerts. It gets the name of
   * the function and the error, and neither arguments nor tokens. It is called on its own: an error that it throws is not the
   * call's.
   */
  onFailedAttempt?: (attempt: FailedAttempt) => void;
}

export type Gigsy = Resources & {
  /** The functions of `trust.moderation`. */
  readonly moderation: Resources['trust']['moderation'];
  /** Address of the deployment, as it was given: tells its people from those of another. */
  readonly url: string;
  /**
   * The bytes at the address of a file in a view that this person was given, such as one of their own portfolio that is not
   * public; null if there is nothing for them. The code comes with the first.
   */
  readFile(address: string, options: Omit<ReadFileOptions, 'auth' | 'fetch'>): Promise<Blob | null>;
  /** Ends every watch and closes the live connection. Calls still work afterwards. */
  close(): void;
};

/**
 * A client of the deployment at `url`. Keeps no state but the live connection: one can serve a whole page.
 * Throws a GigsyError `invalid_argument` when `url` is not an http or https address.
 */
export function createGigsy(options: GigsyOptions): Gigsy {
  const url = deploymentUrl(options.url);
  const deployment: Deployment = {
    url,
    settled: CERTAIN.test(url),
    auth: options.auth,
    fetch: options.fetch,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    retries: options.retries ?? DEFAULT_RETRIES,
    random: options.random ?? Math.random,
    onFailedAttempt: options.onFailedAttempt,
  };
  const live = new LazyConnection(deployment);
  const tree = resources(manifest, [], deployment, live) as Resources;
  return {
    ...tree,
    moderation: tree.trust.moderation,
    url,
    readFile: (address, given) => readOwnFile(address, given, options),
    close: () => live.close(),
  };
}

async function readOwnFile(
  address: string,
  { api, signal }: Omit<ReadFileOptions, 'auth' | 'fetch'>,
  { auth, fetch }: GigsyOptions,
): Promise<Blob | null> {
  const { readFile } = await import('./files.ts');
  return readFile(address, { api, ...(signal && { signal }), ...(auth && { auth }), ...(fetch && { fetch }) });
}

/** The results of a watch, one after the other. The code comes with the first. */
async function* resultsOf(
  watch: (observer: WatchObserver<unknown>) => () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown, void, undefined> {
  const { watchedResults } = await import('./live/watched-results.ts');
  yield* watchedResults(watch, signal);
}

function deploymentUrl(given: string): string {
  if (!/^https?:\/\//.test(given) || !URL.canParse(given)) {
    throw new GigsyError('invalid_argument', 'url must be the http:// or https:// address of a Convex deployment.', {
      fields: [{ path: 'url', message: 'must be an http:// or https:// address' }],
    });
  }
  return given.replace(/\/+$/, '');
}

function resources(tree: ManifestTree, trail: readonly string[], deployment: Deployment, live: LazyConnection): object {
  const members: Record<string, unknown> = {};
  for (const [name, node] of Object.entries(tree)) {
    if (typeof node === 'object') {
      members[name] = resources(node, [...trail, name], deployment, live);
      continue;
    }
    const path = `${trail.join('/')}:${name}`;
    members[name] = methodOf(deployment, node ? 'query' : 'mutation', path);
    if (node) members[watchName(name)] = live.watcher(path);
  }
  return members;
}

function methodOf(deployment: Deployment, kind: FunctionKind, path: string) {
  return (args: Record<string, Value> = {}, options?: CallOptions) =>
    call(
      deployment,
      kind,
      path,
      kind === 'query' ? args : { ...args, idempotencyKey: args.idempotencyKey ?? randomHex(16) },
      options,
    );
}

/** Loads the WebSocket code at the first watch. */
class LazyConnection {
  readonly #deployment: Deployment;
  #connection: Promise<LiveConnection> | undefined;
  /** Where it leads, and whether anything has come from there. */
  #url: string | undefined;
  #found = false;
  #ended = new AbortController();

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
  }

  watcher(path: string) {
    const watch = (args: Record<string, Value>, observer: WatchObserver<unknown>): (() => void) => {
      const ended = new AbortController();
      const signal = AbortSignal.any([ended.signal, this.#ended.signal, ...(observer.signal ? [observer.signal] : [])]);
      this.#watch(path, args, forwarding(observer, signal), signal);
      return () => ended.abort();
    };
    return (args: Record<string, Value> = {}, observer: WatchOptions | WatchObserver<unknown> = {}) =>
      'next' in observer ? watch(args, observer) : resultsOf((each) => watch(args, each), observer.signal);
  }

  /** Once more where the address turns out to be another. */
  #watch(path: string, args: Record<string, Value>, observer: WatchObserver<unknown>, signal: AbortSignal): void {
    const { url, settled } = this.#deployment;
    if (!settled) {
      settleAddress(this.#deployment).then(
        () => signal.aborted || this.#watch(path, args, observer, signal),
        (thrown: GigsyError) => signal.aborted || observer.error?.(thrown),
      );
      return;
    }
    const superseded = new AbortController();
    const error = async (thrown: GigsyError) => {
      if (
        thrown.code === 'offline' &&
        !this.#found &&
        !url.endsWith('.convex.cloud') &&
        (await isRelocated(this.#deployment, url, signal))
      ) {
        superseded.abort();
        if (!signal.aborted) this.#watch(path, args, observer, signal);
      } else observer.error?.(thrown);
    };
    const next = (result: unknown) => {
      this.#found = true;
      observer.next(result);
    };
    this.#load().then(
      (connection) =>
        signal.aborted ||
        connection.watch(path, args, { next, error, signal: AbortSignal.any([signal, superseded.signal]) }),
      (cause: unknown) => signal.aborted || observer.error?.(isGigsyError(cause) ? cause : connectionError(cause)),
    );
  }

  close(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#leave();
  }

  #leave(): void {
    void this.#connection?.then(
      (connection) => connection.close(),
      () => {},
    );
    this.#connection = undefined;
  }

  #load(): Promise<LiveConnection> {
    const { url, auth } = this.#deployment;
    if (this.#url !== url) this.#leave();
    this.#url = url;
    const loaded = (this.#connection ??= Promise.all([
      import('./live/connection.ts'),
      import('./live/convex.ts').then(({ loadConvex }) => loadConvex()),
    ]).then(([{ LiveConnection: Connection }, convex]) => new Connection({ convex, url, auth })));
    loaded.catch(() => {
      this.#connection = undefined;
    });
    return loaded;
  }
}
