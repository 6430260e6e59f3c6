/** Traces of events: which trace an event belongs to, until its deliveries are over. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { noteSpan } from '../operations/spans.js';
import { isTracing } from '../operations/telemetry.js';
import { type Trace, spanUnder, traceOf } from '../operations/trace.js';
import type { TakenEvent } from './cursors.js';

/** Notes the trace of an event that this transaction has appended, if it has one. */
export async function noteTrace(ctx: MutationCtx, event: Id<'events'>): Promise<void> {
  const trace = traceOf(ctx);
  if (!trace) return;
  const { traceId, spanId, partnerId } = trace;
  const by = partnerId && { partnerId };
  await ctx.db.insert('eventTraces', { event, commitTs: ctx.db.vars.commitTs, traceId, spanId, ...by });
}

export async function traceOfEvent(ctx: QueryCtx, event: Id<'events'>): Promise<Trace | undefined> {
  if (!isTracing()) return undefined;
  const row = await ctx.db
    .query('eventTraces')
    .withIndex('by_event', (range) => range.eq('event', event))
    .unique();
  return row ? traceIn(row) : undefined;
}

/** Stores a span for each of these events that has a trace. They are in commit order. */
export async function noteTaken(ctx: MutationCtx, consumer: string, events: readonly TakenEvent[]): Promise<void> {
  if (!isTracing()) return;
  const traces = await tracesAmong(ctx, events);
  for (const { id, type } of events) {
    const trace = traces.get(id);
    if (trace) await noteSpan(ctx, spanUnder(trace), { name: consumer, kind: 'consumer', outcome: 'ok', event: type });
  }
}

/** Rows that one transaction reads. Events beyond them have no span: those of one large transaction share their `commitTs`. */
const READ = 200;

/** One read for a batch, however few of its events have a trace. */
async function tracesAmong(ctx: MutationCtx, events: readonly TakenEvent[]): Promise<Map<Id<'events'>, Trace>> {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return new Map();
  const rows = await ctx.db
    .query('eventTraces')
    .withIndex('by_commit', (range) => range.gte('commitTs', first.commitTs).lte('commitTs', last.commitTs))
    .take(READ);
  return new Map(rows.map((row) => [row.event, traceIn(row)]));
}

function traceIn({ traceId, spanId, partnerId }: Doc<'eventTraces'>): Trace {
  return { traceId, spanId, partnerId };
}

/** Events of one trace, oldest first, at most `count`. */
export async function eventsOfTrace(ctx: QueryCtx, traceId: string, count: number): Promise<Doc<'events'>[]> {
  const rows = await ctx.db
    .query('eventTraces')
    .withIndex('by_trace', (range) => range.eq('traceId', traceId))
    .take(count);
  const events = await Promise.all(rows.map(({ event }) => ctx.db.get('events', event)));
  return events.filter((event) => event !== null);
}

/** Deletes traces of events from before `time`, the oldest first. Returns their number. */
export async function purgeTraces(ctx: MutationCtx, time: number, count: number): Promise<number> {
  const over = await ctx.db
    .query('eventTraces')
    .withIndex('by_creation_time', (range) => range.lt('_creationTime', time))
    .take(count);
  for (const { _id } of over) await ctx.db.delete('eventTraces', _id);
  return over.length;
}
