/** The events domain's tables, and the subjects that events and audit rows are about. */
import {
  type EventContracts,
  type EventData,
  type EventSubject,
  type EventType,
  type SubjectKind,
  type SubjectTable,
  eventCatalog,
  subjectKinds,
  subjectTables,
} from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { type GenericId, type Infer, type VObject, v } from 'convex/values';
import { convexValidator } from './contract.js';

/** The subject of an event or an audit row: a surrogate, with its kind. */
export type Subject<S extends SubjectKind = SubjectKind> = {
  [K in S]: { kind: K; id: GenericId<SubjectTable<K>> };
}[S];

function subjectOf<S extends SubjectKind>(kind: S) {
  return v.object({ kind: v.literal(kind), id: v.id(subjectTables[kind]) }) as unknown as VObject<
    Subject<S>,
    Record<string, never>,
    'required',
    'kind' | 'id'
  >;
}

/** A subject of any kind. */
export const subject = v.union(...subjectKinds.map((kind) => subjectOf<SubjectKind>(kind)));

const commitTs = v.commitTs();

/** An event in the log. Its subject and payload are those that its type declares. */
export type LoggedEvent<T extends EventType = EventType> = {
  [K in T]: {
    type: K;
    version: number;
    subject: Subject<EventSubject<K>>;
    data: EventData<K>;
    commitTs: Infer<typeof commitTs>;
  };
}[T];

/** One member for each version of each event of the catalog. */
export function loggedEvents(catalog: EventContracts) {
  return Object.entries(catalog).flatMap(([type, { subject: kind, version, data, earlier = {} }]) =>
    Object.entries({ ...earlier, [version]: data }).map(([number, payload]) =>
      v.object({
        type: v.literal(type),
        version: v.literal(Number(number)),
        subject: subjectOf(kind),
        data: convexValidator(payload),
        commitTs,
      }),
    ),
  );
}

/** Rows from before events had subjects of several kinds: the subject is the profile. */
const olderEvent = v.object({
  type: v.union(
    v.literal('profile.created'),
    v.literal('profile.updated'),
    v.literal('privacy.updated'),
    v.literal('account.suspended'),
    v.literal('account.deactivated'),
    v.literal('account.restored'),
  ),
  version: v.number(),
  profileId: v.id('profiles'),
  data: v.object({ sections: v.optional(v.array(v.string())), keys: v.optional(v.array(v.string())) }),
  commitTs,
});
export type OlderEvent = Infer<typeof olderEvent>;

export const eventTables = {
  /**
   * The log (outbox) that carries news. Consumers read it in commit order from a cursor (commitTs, _creationTime,
   * _id), since rows of one transaction share their commitTs.
   */
  events: defineTable(
    v.union(
      ...(loggedEvents(eventCatalog) as unknown as VObject<
        LoggedEvent,
        Record<string, never>,
        'required',
        'type' | 'version' | 'subject' | 'subject.id' | 'data' | 'commitTs'
      >[]),
      olderEvent,
    ),
  )
    .index('by_commit', ['commitTs'])
    .index('by_subject', ['subject.id'])
    .index('by_profile', ['profileId']),

  /**
   * How far each consumer has read the log, one row a consumer: the last event that it took. Written by
   * model/events/consumers.ts, in the transaction that writes what the consumer makes of the events.
   */
  eventCursors: defineTable({
    consumer: v.string(),
    commitTs,
    creationTime: v.number(),
  }).index('by_consumer', ['consumer']),
};
