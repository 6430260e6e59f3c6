/** The log: appended in the transaction that an event tells of, or not at all; read in commit order. */
import { type EventData, type EventSubject, type EventType, type SubjectTable, eventCatalog } from '@gigsy/schema';
import type { PaginationOptions } from 'convex/server';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { LoggedEvent } from '../../tables/events.js';

export async function appendEvent<T extends EventType>(
  ctx: MutationCtx,
  type: T,
  id: Id<SubjectTable<EventSubject<T>>>,
  data: EventData<T>,
): Promise<void> {
  const { version, subject: kind } = eventCatalog[type];
  // The table's validator checks that subject and payload are those of the type, which TypeScript cannot follow here.
  await ctx.db.insert('events', {
    type,
    version,
    subject: { kind, id },
    data,
    commitTs: ctx.db.vars.commitTs,
  } as LoggedEvent);
}

/** Some events in commit order, and the cursor from which the next follow. */
export async function readEvents(
  ctx: QueryCtx,
  page: PaginationOptions,
): Promise<{ events: LoggedEvent[]; cursor: string; isDone: boolean }> {
  const {
    page: rows,
    continueCursor: cursor,
    isDone,
  } = await ctx.db.query('events').withIndex('by_commit').paginate(page);
  return { events: rows.map(eventIn), cursor, isDone };
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
