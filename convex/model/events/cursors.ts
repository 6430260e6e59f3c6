/**
 * Cursors of consumers of the log. A consumer takes events and writes what it makes of them in one transaction, so that each
 * event counts once, however often a run is repeated.
 */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { LoggedEvent } from '../../tables/events.js';
import { eventIn, rowsAfter } from './log.js';

/** An event, with its id in the log and the time at which it was logged, in Unix milliseconds. */
export type TakenEvent = LoggedEvent & { id: Id<'events'>; at: number };

/** How far a consumer has come; null before its first event. */
export function cursorOf(ctx: QueryCtx | MutationCtx, consumer: string): Promise<Doc<'eventCursors'> | null> {
  return ctx.db
    .query('eventCursors')
    .withIndex('by_consumer', (range) => range.eq('consumer', consumer))
    .unique();
}

/**
 * At most `count` events that the consumer has not taken, in commit order, and its cursor moved behind them. `more`: there
 * may be others.
 */
export async function takeEvents(
  ctx: MutationCtx,
  consumer: string,
  count: number,
): Promise<{ events: TakenEvent[]; more: boolean }> {
  const cursor = await cursorOf(ctx, consumer);
  const rows = await rowsAfter(ctx, cursor, count);
  const last = rows.at(-1);
  if (last) {
    const taken = (cursor?.taken ?? 0) + rows.length;
    const reached = { commitTs: last.commitTs, creationTime: last._creationTime, taken };
    if (cursor) await ctx.db.patch('eventCursors', cursor._id, reached);
    else await ctx.db.insert('eventCursors', { consumer, ...reached });
  }
  return {
    events: rows.map((row) => ({ ...eventIn(row), id: row._id, at: row._creationTime })),
    more: rows.length === count,
  };
}
