/** The report of purges: each purge notes its number, and one job adds the numbers up by day. */
import { type PurgeReport, REPORTED_DAYS, type RetentionName, privacyRetention } from '@gigsy/schema';
import type { FunctionReference } from 'convex/server';
import { v } from 'convex/values';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Purged } from './holds.js';

/** Notes that a purge deleted so many documents or files of a class. Inserts alone, so that purges do not wait for one another. */
export async function notePurged(ctx: MutationCtx, of: RetentionName, count: number): Promise<void> {
  if (count > 0) await ctx.db.insert('purges', { of, count, at: Date.now() });
}

/** Notes the work of one transaction of a purge, and has `next` go on after the last row that was looked at. */
export async function purgeOn(
  ctx: MutationCtx,
  of: RetentionName,
  { count, reached }: Purged,
  next: FunctionReference<'mutation', 'internal', { after?: number }, null>,
): Promise<null> {
  await notePurged(ctx, of, count);
  if (reached !== null) await ctx.scheduler.runAfter(0, next, { after: reached });
  return null;
}

/** As `purgeOn`, for a purge that begins with the oldest row each time. */
export async function purgeAgain(
  ctx: MutationCtx,
  of: RetentionName,
  { count, more }: { count: number; more: boolean },
  next: FunctionReference<'mutation', 'internal', Record<string, never>, null>,
): Promise<null> {
  await notePurged(ctx, of, count);
  if (more) await ctx.scheduler.runAfter(0, next, {});
  return null;
}

/** Arguments and result of a function that calls `purgeOn`. */
export const purging = { args: { after: v.optional(v.number()) }, returns: v.null() };

/** Notes that one transaction adds up. */
const FOLDED = 500;

/** Adds a batch of notes up into the report of their days. True if there may be more. */
export async function foldPurges(ctx: MutationCtx): Promise<boolean> {
  const notes = await ctx.db.query('purges').take(FOLDED);
  for (const day of new Set(notes.map(({ at }) => dayOf(at)))) {
    const report = await reportOf(ctx, day);
    const purged: Record<string, number> = { ...report?.purged };
    for (const { of, count, at } of notes) if (dayOf(at) === day) purged[of] = (purged[of] ?? 0) + count;
    if (report) await ctx.db.patch('purgeReports', report._id, { purged });
    else await ctx.db.insert('purgeReports', { day, purged });
  }
  for (const { _id } of notes) await ctx.db.delete('purges', _id);
  return notes.length === FOLDED;
}

function reportOf(ctx: MutationCtx, day: string) {
  return ctx.db
    .query('purgeReports')
    .withIndex('by_day', (range) => range.eq('day', day))
    .unique();
}

/** Deletes the reports whose time is over: one a day, so few. Returns their number. */
export async function purgeReports(ctx: MutationCtx): Promise<number> {
  const over = await ctx.db
    .query('purgeReports')
    .withIndex('by_day', (range) => range.lt('day', dayOf(Date.now() - privacyRetention.purges.periodMs)))
    .take(FOLDED);
  for (const { _id } of over) await ctx.db.delete('purgeReports', _id);
  return over.length;
}

export async function reportedDays(ctx: QueryCtx): Promise<PurgeReport['days']> {
  const rows = await ctx.db.query('purgeReports').withIndex('by_day').order('desc').take(REPORTED_DAYS);
  return rows.map(({ day, purged }) => ({ day, purged }));
}

/** UTC, as YYYY-MM-DD. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
