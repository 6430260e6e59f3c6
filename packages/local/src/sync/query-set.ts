/** The queries that one socket watches, and the results that its client has. */
import type { Call } from '../execution/executor.ts';
import type { Journal } from '../runtime/frame.ts';
import type { Snapshot } from '../store/store.ts';
import type { LiveQueries } from '../subscriptions/live.ts';
import type { LiveQuery, LiveResult } from '../subscriptions/live-query.ts';
import { ProtocolError } from './client-messages.ts';
import type { QueryModification } from './protocol.ts';

/** Far above the needs of a page; all queries run again when the socket comes back. */
const MOST_QUERIES = 4_096;
/** Of all their arguments, in UTF-16 units. */
const MOST_ARGUMENTS = 64 << 20;
/** Queries that run side by side, as on Convex. */
const AT_ONCE = 20;
/** How long they may keep other requests from their turn, in milliseconds. */
const LONGEST_TURN_MS = 10;

type Add = QueryModification & { type: 'Add' };

/** One watch of a live query: of its own, since a socket may watch the same query twice. */
interface Watch {
  live: LiveQuery;
  watcher(this: void): void;
}

interface WatchedQuery {
  watch: Watch;
  add: Add;
  /** The identity of the result that the client has. */
  sent: string | null;
}

export class QuerySet {
  readonly #live: LiveQueries;
  readonly #call: (add: Add) => Call;
  readonly #onInvalidated: () => void;
  readonly #queries = new Map<number, WatchedQuery>();
  #removed: number[] = [];
  #argumentsLength = 0;

  constructor(live: LiveQueries, call: (add: Add) => Call, onInvalidated: () => void) {
    this.#live = live;
    this.#call = call;
    this.#onInvalidated = onInvalidated;
  }

  modify(modification: QueryModification): void {
    if (modification.type === 'Add') this.#add(modification);
    else this.#remove(modification.queryId);
  }

  #add(add: Add): void {
    if (this.#queries.has(add.queryId)) throw new ProtocolError(`Duplicate query ID: ${add.queryId}`);
    if (this.#queries.size >= MOST_QUERIES)
      throw new ProtocolError(`A socket can not watch more than ${MOST_QUERIES} queries.`);
    if (this.#argumentsLength > MOST_ARGUMENTS)
      throw new ProtocolError("The arguments of a socket's queries are too large.");
    const watch = this.#watch(add);
    this.#queries.set(add.queryId, { add, watch, sent: null });
    this.#argumentsLength += watch.live.group.key.length;
  }

  #remove(queryId: number): void {
    const query = this.#queries.get(queryId);
    if (!query) throw new ProtocolError(`Nonexistent query ID: ${queryId}`);
    this.#queries.delete(queryId);
    this.#argumentsLength -= query.watch.live.group.key.length;
    this.#unwatch(query.watch);
    this.#removed.push(queryId);
  }

  #watch(add: Add): Watch {
    const journal = add.journal ? (JSON.parse(add.journal) as Journal) : null;
    const watcher = () => this.#onInvalidated();
    return { live: this.#live.watch(this.#call(add), journal, watcher), watcher };
  }

  #unwatch({ live, watcher }: Watch): void {
    this.#live.unwatch(live, watcher);
  }

  /** Another person asks the same, or the same person with a new token. */
  watchAnew(): void {
    for (const query of this.#queries.values()) {
      const before = query.watch;
      query.watch = this.#watch(query.add);
      this.#unwatch(before);
    }
  }

  close(): void {
    for (const { watch } of this.#queries.values()) this.#unwatch(watch);
    this.#queries.clear();
  }

  /** The removals that the client does not know yet; told once. */
  takeRemoved(): string[] {
    const modifications = this.#removed.map((queryId) => `{"type":"QueryRemoved","queryId":${queryId}}`);
    this.#removed = [];
    return modifications;
  }

  /** Whether no query has to run for the state at a timestamp. */
  isHeldAt(ts: bigint): boolean {
    for (const query of this.#queries.values()) if (!this.#live.heldAt(query.watch.live, ts)) return false;
    return true;
  }

  /** Adds the client's changed results to the modifications; every query must be held. */
  tellHeld(ts: bigint, modifications: string[]): void {
    for (const [queryId, query] of this.#queries)
      tell(modifications, queryId, query, this.#live.heldAt(query.watch.live, ts)!);
  }

  /** The same where queries have to run. */
  async tellAt(snapshot: Snapshot, modifications: string[]): Promise<void> {
    const queries = [...this.#queries];
    let since = performance.now();
    for (let at = 0; at < queries.length; at += AT_ONCE) {
      if (performance.now() - since > LONGEST_TURN_MS) since = await nextTurn();
      await this.#tellSome(queries.slice(at, at + AT_ONCE), snapshot, modifications);
    }
  }

  async #tellSome(queries: [number, WatchedQuery][], snapshot: Snapshot, modifications: string[]): Promise<void> {
    const results = queries.map(async ([queryId, query]) => {
      const { live: asked } = query.watch;
      return { queryId, query, asked, result: await this.#live.resultAt(asked, snapshot) };
    });
    for (const { queryId, query, asked, result } of await Promise.all(results)) {
      // Removed, or asked again by another identity, while it ran: the next Transition tells.
      if (this.#queries.get(queryId) === query && query.watch.live === asked)
        tell(modifications, queryId, query, result);
    }
  }
}

function tell(
  modifications: string[],
  queryId: number,
  query: WatchedQuery,
  { identity, modification }: LiveResult,
): void {
  if (query.sent === identity) return;
  query.sent = identity;
  modifications.push(`{"queryId":${queryId},${modification}}`);
}

/** Says when it began. */
function nextTurn(): Promise<number> {
  return new Promise((resolve) => {
    setImmediate(() => resolve(performance.now()));
  });
}
