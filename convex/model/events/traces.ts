/** Traces of events: which trace an event belongs to, until its deliveries are over. */
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { noteSpan } from '../operations/spans.js';
import { isTracing } from '../operations/telemetry.js';
import { type Trace, followEvents, spanUnder } from '../operations/trace.js';
import type { TakenEvent } from './cursors.js';

/** Events of one transaction that are known to belong to its trace. Mutations append a few. */
const MAX_TRACED = 100;

/** Does work of this transaction in a trace: the events that it appends belong to it. */
export async function inTrace<T>(ctx: MutationCtx, trace: Trace | undefined, work: () => Promise<T>): Promise<T> {
  if (!trace) return work();
  const events = followEvents(ctx);
  const result = await work();
  if (events.length === 0) return result;
  const { traceId, spanId, partnerId } = trace;
  const by = partnerId && { partnerId };
  const commitTs = ctx.db.vars.commitTs;
  await ctx.db.insert('eventTraces', { commitTs, events: events.slice(0, MAX_TRACED), traceId, spanId, ...by });
  return result;
}

/** The trace of an event in the log. */
export async function traceOfEvent(
  ctx: QueryCtx,
  { _id, commitTs }: Pick<Doc<'events'>, '_id' | 'commitTs'>,
): Promise<Trace | undefined> {
  if (!isTracing()) return undefined;
  return (await rowsBetween(ctx, commitTs, commitTs)).find(({ events }) => events.includes(_id));
}

/** Stores a span for each trace that these events belong to. They are in commit order. */
export async function noteTaken(ctx: MutationCtx, consumer: string, events: readonly TakenEvent[]): Promise<void> {
  const [first, last] = [events[0], events.at(-1)];
  if (!isTracing() || !first || !last) return;
  const taken = new Set(events.map(({ id }) => id));
  // One read for the batch, however few of its events have a trace.
  for (const row of await rowsBetween(ctx, first.commitTs, last.commitTs))
    if (row.events.some((event) => taken.has(event)))
      await noteSpan(ctx, spanUnder(row), { name: consumer, kind: 'consumer', outcome: 'ok' });
}

/** Rows that one transaction reads. A batch has fewer transactions; one that passes events of the inbox has up to twenty traces. */
const READ = 200;

function rowsBetween(
  ctx: QueryCtx | MutationCtx,
  from: Doc<'events'>['commitTs'],
  to: Doc<'events'>['commitTs'],
): Promise<Doc<'eventTraces'>[]> {
  return ctx.db
    .query('eventTraces')
    .withIndex('by_commit', (range) => range.gte('commitTs', from).lte('commitTs', to))
    .take(READ);
}

/** Events of one trace, oldest first, at most `count`. */
export async function eventsOfTrace(ctx: QueryCtx, traceId: string, count: number): Promise<Doc<'events'>[]> {
  const rows = await ctx.db
    .query('eventTraces')
    .withIndex('by_trace', (range) => range.eq('traceId', traceId))
    .take(count);
  const ids = rows.flatMap(({ events }) => events).slice(0, count);
  const events = await Promise.all(ids.map((event) => ctx.db.get('events', event)));
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
