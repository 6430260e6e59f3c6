/** Answers of queries, one cache a client: a server that makes a client for each request shares nothing between people. */
import type { Gigsy } from '../client.ts';
import { CachedQuery } from './cached-query.ts';

/** Most answers that nobody shows. The one that was left longest ago goes first. */
const MAX_IDLE = 200;

/** Answers by the name and arguments of their query, to pass from a server's rendering to the browser: JSON. */
export type DehydratedAnswers = Readonly<Record<string, unknown>>;

export class QueryCache {
  readonly #gigsy: Gigsy;
  readonly #queries = new Map<string, CachedQuery>();

  constructor(gigsy: Gigsy) {
    this.#gigsy = gigsy;
  }

  query(name: string, args: object): CachedQuery {
    const key = keyOf(name, args);
    const known = this.#queries.get(key);
    // Moved to the end, so that the first is the one that was left longest ago.
    if (known) this.#queries.delete(key);
    const query = known ?? new CachedQuery(this.#gigsy, name, args);
    this.#queries.set(key, query);
    if (!known) this.#letGo();
    return query;
  }

  dehydrate(): DehydratedAnswers {
    return Object.fromEntries(
      [...this.#queries].flatMap(([key, { snapshot }]) => (snapshot.status === 'ready' ? [[key, snapshot.data]] : [])),
    );
  }

  /** Takes answers for queries that have none yet. */
  hydrate(answers: DehydratedAnswers): void {
    for (const [key, answer] of Object.entries(answers)) {
      const [name, args] = JSON.parse(key) as [string, object];
      this.query(name, args).give(answer);
    }
  }

  #letGo(): void {
    const idle = [...this.#queries].filter(([, query]) => query.isIdle);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - MAX_IDLE))) this.#queries.delete(key);
  }
}

/** The same for the same arguments in any order. Undefined arguments count as absent. */
function keyOf(name: string, args: object): string {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return JSON.stringify([name, Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)))]);
}

const caches = new WeakMap<Gigsy, QueryCache>();

export function cacheOf(gigsy: Gigsy): QueryCache {
  const known = caches.get(gigsy) ?? new QueryCache(gigsy);
  caches.set(gigsy, known);
  return known;
}
