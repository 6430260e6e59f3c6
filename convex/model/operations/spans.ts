/**
 * Spans that wait for their export. A span holds names of the code, random numbers, times and a code of the outcome: nothing
 * about people. While the collector fails none is stored, so a table that nobody empties cannot grow.
 */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { BegunSpan } from './trace.js';

export type Span = Doc<'traceSpans'>;

/** Spans of one request to the collector. */
export const SPAN_BATCH = 256;
/** The pause after the first failure. Each further one doubles it. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

type Told = Pick<Span, 'name' | 'kind' | 'outcome'> & Partial<Pick<Span, 'event' | 'startedAt'>>;

/** Stores a span that ends now; without a beginning of its own it has no length, since the clock of a transaction stands. */
export async function noteSpan(ctx: MutationCtx, span: BegunSpan | undefined, told: Told): Promise<void> {
  if (!span) return;
  const now = Date.now();
  if (((await breakOf(ctx))?.until ?? 0) > now) return;
  const { traceId, spanId, parentId } = span;
  await ctx.db.insert('traceSpans', {
    traceId,
    spanId,
    ...(parentId !== undefined && { parentId }),
    startedAt: now,
    endedAt: now,
    ...told,
  });
}

/** The oldest spans. */
export function waitingSpans(ctx: QueryCtx): Promise<Span[]> {
  return ctx.db.query('traceSpans').take(SPAN_BATCH);
}

/** Those of the spans that still wait: two runs may have sent the same. */
export async function stillWaiting(
  ctx: MutationCtx,
  ids: readonly Id<'traceSpans'>[],
): Promise<readonly Id<'traceSpans'>[]> {
  const spans = await Promise.all(ids.map((id) => ctx.db.get('traceSpans', id)));
  return ids.filter((_, at) => spans[at] !== null);
}

export async function deleteSpans(ctx: MutationCtx, ids: readonly Id<'traceSpans'>[]): Promise<void> {
  for (const id of ids) await ctx.db.delete('traceSpans', id);
}

/** Deletes spans from before `time`, the oldest first. Returns their number. */
export async function purgeSpans(ctx: MutationCtx, time: number, count: number): Promise<number> {
  const over = await ctx.db
    .query('traceSpans')
    .withIndex('by_creation_time', (range) => range.lt('_creationTime', time))
    .take(count);
  for (const { _id } of over) await ctx.db.delete('traceSpans', _id);
  return over.length;
}

/** The failures of the collector; null while it takes spans. */
export function breakOf(ctx: QueryCtx | MutationCtx): Promise<Doc<'traceBreaks'> | null> {
  return ctx.db.query('traceBreaks').first();
}

/** Notes that the collector took spans. */
export async function endBreak(ctx: MutationCtx): Promise<void> {
  const row = await breakOf(ctx);
  if (row) await ctx.db.delete('traceBreaks', row._id);
}

/** Notes a failure. Nothing is stored and nothing sent for a while, for longer if the collector asks for it. */
export async function noteBreak(ctx: MutationCtx, waitMs: number): Promise<{ failures: number }> {
  const row = await breakOf(ctx);
  const failures = (row?.failures ?? 0) + 1;
  const pause = Math.min(Math.max(FIRST_PAUSE_MS * 2 ** (failures - 1), waitMs), LONGEST_PAUSE_MS);
  const noted = { failures, until: Date.now() + pause };
  if (row) await ctx.db.patch('traceBreaks', row._id, noted);
  else await ctx.db.insert('traceBreaks', noted);
  return { failures };
}
