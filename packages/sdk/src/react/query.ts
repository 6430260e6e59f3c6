/** Hooks for queries. */
import { useCallback, useSyncExternalStore } from 'react';
import type { QuerySnapshot } from './cached-query.ts';
import { cacheOf } from './cache.ts';
import { useGigsy } from './client.ts';
import type { QueryArgs, QueryName, QueryResult } from './names.ts';

export interface QueryOptions {
  /** Follows changes over the live connection. Otherwise asks on mount, when the page is looked at again, and when it is back online. */
  live?: boolean;
  /** Suspends until there is an answer, and throws the error where there is none to an error boundary. */
  suspense?: boolean;
}

export interface QueryState<Result> extends QuerySnapshot<Result> {
  /** Asks again. Resolves when the answer or the failure is shown. */
  refresh(): Promise<void>;
}

/** The result of a query that suspends: it always has an answer. */
export interface AnsweredState<Result> extends QueryState<Result> {
  readonly status: 'ready';
  readonly data: Result;
}

export function useQuery<Name extends QueryName>(
  name: Name,
  args: QueryArgs<Name>,
  options: QueryOptions & { suspense: true },
): AnsweredState<QueryResult<Name>>;
export function useQuery<Name extends QueryName>(
  name: Name,
  args: QueryArgs<Name>,
  options?: QueryOptions,
): QueryState<QueryResult<Name>>;
/** The answer of a query as the signed-in person may see it: the last known one at once, then the newest. */
export function useQuery<Name extends QueryName>(
  name: Name,
  args: QueryArgs<Name>,
  { live = false, suspense = false }: QueryOptions = {},
): QueryState<QueryResult<Name>> {
  const query = cacheOf(useGigsy()).query(name, args as object);
  const subscribe = useCallback((listener: () => void) => query.subscribe(listener, { live }), [query, live]);
  const get = () => query.snapshot as QuerySnapshot<QueryResult<Name>>;
  const snapshot = useSyncExternalStore(subscribe, get, get);
  const refresh = useCallback(() => query.read(), [query]);
  if (suspense && snapshot.status === 'loading') throw query.read();
  if (suspense && snapshot.status === 'error') throw snapshot.error!;
  return { ...snapshot, refresh };
}

/** A profile, whole or the sections that `args` names; null where there is none for this viewer. */
export function useProfile(
  args: QueryArgs<'profile.get'>,
  options: QueryOptions & { suspense: true },
): AnsweredState<QueryResult<'profile.get'>>;
export function useProfile(
  args: QueryArgs<'profile.get'>,
  options?: QueryOptions,
): QueryState<QueryResult<'profile.get'>>;
export function useProfile(
  args: QueryArgs<'profile.get'>,
  options: QueryOptions = {},
): QueryState<QueryResult<'profile.get'>> {
  return useQuery('profile.get', args, options);
}
