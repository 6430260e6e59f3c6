/** Views of profiles by the public, counted by day and never by reader. See docs/adr/0032. */
import { type DailyViews, VIEWED_DAYS, privacyRetention } from '@gigsy/schema';
import { v } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { EXPORT_PAGE, type Store, exportedPage, exportedWhole } from '../contract/store.js';
import { dayOf } from './purges.js';

/** Rows a profile and day: writers of the same row wait for one another. */
const SHARDS = 8;
/** One view in so many is written, as so many, so that reading seldom waits for a write. */
const SAMPLE = 8;
/** Views of a profile and day from which on one in `SAMPLE` of those is written, as `SAMPLE` of them. */
const MANY = 512;

/** A row of counts. */
interface CountRow {
  profileId: Id<'profiles'>;
  day: string;
  shard: number;
}

/** How many views to write for one: mostly none, one on average. */
export function drawnWeight(): number {
  return Math.random() * SAMPLE < 1 ? SAMPLE : 0;
}

/** Whether a profile has had so many views on a UTC day that `drawnWeight` draws again. */
export async function hasManyViews(
  ctx: QueryCtx,
  { profileId, day }: Pick<CountRow, 'profileId' | 'day'>,
): Promise<boolean> {
  const rows = await ctx.db
    .query('viewCounts')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId).eq('day', day))
    .take(SHARDS);
  return rows.reduce((sum, { views }) => sum + views, 0) >= MANY;
}

/** Adds views of today, to one of the day's rows. */
export async function addViews(ctx: MutationCtx, profileId: Id<'profiles'>, views: number): Promise<void> {
  const row = { profileId, day: dayOf(Date.now()), shard: Math.floor(Math.random() * SHARDS) };
  const before = await findCount(ctx, row);
  if (before) await ctx.db.patch('viewCounts', before._id, { views: before.views + views });
  else await ctx.db.insert('viewCounts', { ...row, views });
}

function findCount(ctx: MutationCtx, { profileId, day, shard }: CountRow): Promise<Doc<'viewCounts'> | null> {
  return ctx.db
    .query('viewCounts')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId).eq('day', day).eq('shard', shard))
    .unique();
}

/** The last days with views, newest first. */
export async function viewsByDay(ctx: QueryCtx, profileId: Id<'profiles'>): Promise<DailyViews[]> {
  const rows = await ctx.db
    .query('viewCounts')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .order('desc')
    .take((VIEWED_DAYS + 1) * SHARDS);
  const days = new Map<string, number>();
  for (const { day, views } of rows) days.set(day, (days.get(day) ?? 0) + views);
  return [...days].slice(0, VIEWED_DAYS).map(([day, views]) => ({ day, views }));
}

/** Counts that one run deletes. */
const PURGED = 500;

/** Deletes counts whose time is over. Returns their number, and whether there may be more. */
export async function purgeViews(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const first = dayOf(Date.now() - privacyRetention.viewCounts.periodMs);
  const over = await ctx.db
    .query('viewCounts')
    .withIndex('by_day', (range) => range.lt('day', first))
    .take(PURGED);
  await removed(ctx, over);
  return { count: over.length, more: over.length === PURGED };
}

async function removed(ctx: MutationCtx, rows: Doc<'viewCounts'>[]): Promise<number> {
  for (const { _id } of rows) await ctx.db.delete('viewCounts', _id);
  return rows.length;
}

export const viewCountStore: Store = {
  table: 'viewCounts',
  about:
    'How often your profile was read by the public, by day. Who read it is not stored. A day may have several numbers: add them up.',
  shape: { lacks: 'all', has: { day: v.string(), views: v.number() } },
  async export(ctx, { profileId }, cursor) {
    if (!profileId) return exportedWhole([]);
    const page = await ctx.db
      .query('viewCounts')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, ({ day, views }) => ({ day, views }));
  },
  async erase(ctx, { profileId }, count) {
    if (!profileId) return 0;
    const rows = await ctx.db
      .query('viewCounts')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .take(count);
    return removed(ctx, rows);
  },
};
