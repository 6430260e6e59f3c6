/** Answers of GitHub, for as long as their owner may look at a preview. One row a person; another request takes its place. */
import { type FetchFault, type FetchState, type GitHubFound, privacyRetention } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { ConsentRow } from './consents.js';

type Row = Doc<'importFetches'>;

/** Longer than a request takes: it ends after 20 seconds. */
const OVERDUE_MS = 2 * 60_000;

export function findFetch(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<Row | null> {
  return ctx.db
    .query('importFetches')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .unique();
}

export function fetchShown(row: Row | null): FetchState {
  if (!row) return { state: 'none', login: null, fault: null, requestedAt: null };
  return { state: row.state, login: row.login, fault: row.fault ?? null, requestedAt: Math.floor(row._creationTime) };
}

/** Begins a request in place of the last one. */
export async function beginFetch(
  ctx: MutationCtx,
  { _id: consent, accountId }: ConsentRow,
  login: string,
): Promise<FetchState> {
  const before = await findFetch(ctx, accountId);
  if (before) await ctx.db.delete('importFetches', before._id);
  const id = await ctx.db.insert('importFetches', { accountId, consent, login, state: 'fetching' });
  await ctx.scheduler.runAfter(0, internal.profile.node.gitHub.take, { fetch: id });
  await ctx.scheduler.runAfter(OVERDUE_MS, internal.profile.importFetch.overdue, { fetch: id });
  return fetchShown(await ctx.db.get('importFetches', id));
}

/** The request while it is under way. Null once it has an answer, or is not wanted any more. */
export async function fetchWaiting(ctx: QueryCtx | MutationCtx, id: Id<'importFetches'>): Promise<Row | null> {
  const row = await ctx.db.get('importFetches', id);
  return row?.state === 'fetching' ? row : null;
}

export async function keepFound(ctx: MutationCtx, id: Id<'importFetches'>, found: GitHubFound): Promise<void> {
  if (await fetchWaiting(ctx, id)) await ctx.db.patch('importFetches', id, { state: 'ready', found });
}

export async function failFetch(ctx: MutationCtx, id: Id<'importFetches'>, fault: FetchFault): Promise<void> {
  if (await fetchWaiting(ctx, id)) await ctx.db.patch('importFetches', id, { state: 'failed', fault });
}

/** Answers that one transaction deletes; each may weigh a few hundred kilobytes. */
const BATCH = 20;

/** Deletes answers whose time is over. Their number, and whether there may be more. */
export async function expireFetches(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const old = await ctx.db
    .query('importFetches')
    .withIndex('by_creation_time', (range) =>
      range.lte('_creationTime', Date.now() - privacyRetention.fetches.periodMs),
    )
    .take(BATCH);
  for (const { _id } of old) await ctx.db.delete('importFetches', _id);
  return { count: old.length, more: old.length === BATCH };
}

/** Number of rows deleted: one or none. */
export async function eraseFetch(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<number> {
  const row = await findFetch(ctx, accountId);
  if (row) await ctx.db.delete('importFetches', row._id);
  return row ? 1 : 0;
}

/** Deletes the answer that was fetched under a consent. */
export async function dropFetchOf(ctx: MutationCtx, { _id, accountId }: ConsentRow): Promise<void> {
  const row = await findFetch(ctx, accountId);
  if (row?.consent === _id) await ctx.db.delete('importFetches', row._id);
}
