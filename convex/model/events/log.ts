/** The log: appended in the transaction that an event tells of, or not at all; read in commit order. */
import { type EventData, type EventSubject, type EventType, type SubjectTable, eventCatalog } from '@gigsy/schema';
import type { PaginationOptions } from 'convex/server';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { LoggedEvent } from '../../tables/events.js';
import { noteAppended } from '../operations/trace.js';

export async function appendEvent<T extends EventType>(
  ctx: MutationCtx,
  type: T,
  id: Id<SubjectTable<EventSubject<T>>>,
  data: EventData<T>,
): Promise<void> {
  const { version, subject: kind } = eventCatalog[type];
  // The table's validator checks that subject and payload are those of the type, which TypeScript cannot follow here.
  const event = await ctx.db.insert('events', {
    type,
    version,
    subject: { kind, id },
    data,
    commitTs: ctx.db.vars.commitTs,
  } as LoggedEvent);
  noteAppended(ctx, event);
  if (!(ctx as Waking)[WAKES]) await wake(ctx, id);
}

const WAKES = Symbol('the caller wakes the consumers');

type Waking = { [WAKES]?: true };

/** Has events of this transaction wake nobody: it is part of a job that calls `wakeSoon` once for all its events. */
export function wakeLater(ctx: MutationCtx): void {
  (ctx as Waking)[WAKES] = true;
}

/** Has the consumers run soon, without a look at whether they will anyway: the look would have the job repeated where they do. */
export async function wakeSoon(ctx: MutationCtx): Promise<void> {
  await ctx.scheduler.runAfter(GATHERING_MS, internal.events.consumers.wake, { by: 'job' });
}

/** Rows over which wakings are spread, so that writers about different people do not wait for one another. */
const SHARDS = 16;
/** Milliseconds from the first event to the run of the consumers, which take those that come meanwhile along. */
const GATHERING_MS = 50;

/** Has the consumers run soon. Writes nothing while a run is coming that will see the event. */
async function wake(ctx: MutationCtx, subject: string): Promise<void> {
  const shard = shardOf(subject);
  const row = await wakingOf(ctx, shard);
  if (row?.awake) return;
  if (row) await ctx.db.patch('eventWakes', row._id, { awake: true });
  else await ctx.db.insert('eventWakes', { shard, awake: true });
  await ctx.scheduler.runAfter(GATHERING_MS, internal.events.consumers.wake, { by: shard });
}

function wakingOf(ctx: MutationCtx, shard: number): Promise<Doc<'eventWakes'> | null> {
  return ctx.db
    .query('eventWakes')
    .withIndex('by_shard', (range) => range.eq('shard', shard))
    .unique();
}

/** Whether a run is still to come that the shard's event asked for. One that another shard asked for sooner saw the event as well. */
export async function isAwake(ctx: MutationCtx, shard: number): Promise<boolean> {
  return (await wakingOf(ctx, shard))?.awake === true;
}

/** Events about one subject wait for one another anyway: they come of writes to the same rows. */
function shardOf(subject: string): number {
  let sum = 0;
  for (let at = 0; at < subject.length; at += 1) sum = (sum * 31 + subject.charCodeAt(at)) % 65_521;
  return sum % SHARDS;
}

/** Notes that the consumers run now: the next event wakes them again. Sixteen rows at most. */
export async function endWaking(ctx: MutationCtx): Promise<void> {
  const rows = await ctx.db.query('eventWakes').withIndex('by_shard').take(SHARDS);
  for (const { _id, awake } of rows) if (awake) await ctx.db.patch('eventWakes', _id, { awake: false });
}

/** Some events in commit order, and the cursor from which the next follow. */
export async function readEvents(
  ctx: QueryCtx,
  page: PaginationOptions,
): Promise<{ events: (LoggedEvent & { id: Id<'events'> })[]; cursor: string; isDone: boolean }> {
  const {
    page: rows,
    continueCursor: cursor,
    isDone,
  } = await ctx.db.query('events').withIndex('by_commit').paginate(page);
  return { events: rows.map((row) => ({ id: row._id, ...eventIn(row) })), cursor, isDone };
}

/**
 * At most `count` events after a position that an earlier answer gave, in commit order, and the position after them. For
 * consumers that come back for more: the cursor at the end of `readEvents` leads to no later event.
 */
export async function eventsAfter(
  ctx: QueryCtx,
  position: string | null,
  count: number,
): Promise<{ events: LoggedEvent[]; position: string | null; isLast: boolean }> {
  const rows = await rowsAfter(ctx, position === null ? null : positionIn(position), count);
  const last = rows.at(-1);
  return {
    events: rows.map(eventIn),
    position: last ? `${last.commitTs}/${last._creationTime}` : position,
    isLast: rows.length < count,
  };
}

function positionIn(text: string): Position {
  const [commitTs, creationTime] = text.split('/') as [string, string];
  return { commitTs: BigInt(commitTs), creationTime: Number(creationTime) };
}

/** A place in the log: behind the event that was logged so. */
export type Position = Pick<Doc<'events'>, 'commitTs'> & { creationTime: number };

/** At most `count` rows after a position, in commit order. Rows of one transaction share their `commitTs`. */
export async function rowsAfter(
  ctx: QueryCtx | MutationCtx,
  position: Position | null,
  count: number,
): Promise<Doc<'events'>[]> {
  if (position === null) return ctx.db.query('events').withIndex('by_commit').take(count);
  const { commitTs, creationTime } = position;
  const rest = await ctx.db
    .query('events')
    .withIndex('by_commit', (range) => range.eq('commitTs', commitTs).gt('_creationTime', creationTime))
    .take(count);
  if (rest.length === count) return rest;
  const later = await ctx.db
    .query('events')
    .withIndex('by_commit', (range) => range.gt('commitTs', commitTs))
    .take(count - rest.length);
  return [...rest, ...later];
}

/** The event in a row. Rows from before events had subjects of several kinds are about a profile. */
export function eventIn(row: Doc<'events'>): LoggedEvent {
  const { type, version, data, commitTs } = row;
  const subject = 'subject' in row ? row.subject : { kind: 'profile', id: row.profileId };
  return { type, version, subject, data, commitTs } as LoggedEvent;
}
