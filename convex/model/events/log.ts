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

/** The event in a row. Rows from before events had subjects of several kinds are about a profile. */
export function eventIn(row: Doc<'events'>): LoggedEvent {
  const { type, version, data, commitTs } = row;
  const subject = 'subject' in row ? row.subject : { kind: 'profile', id: row.profileId };
  return { type, version, subject, data, commitTs } as LoggedEvent;
}
