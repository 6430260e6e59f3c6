/** The events domain's tables, and the subjects that events and audit rows are about. */
import {
  type EventContracts,
  type EventData,
  type EventSubject,
  type EventType,
  type SubjectKind,
  type SubjectTable,
  deliveryFaults,
  deliveryStates,
  eventCatalog,
  sentTypes,
  subjectKinds,
  subjectTables,
  webhookStates,
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
const deliveryFault = v.union(...deliveryFaults.map((fault) => v.literal(fault)));

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
    .index('by_subject_type', ['subject.id', 'type'])
    .index('by_profile', ['profileId']),

  /**
   * Traces of events, for those whose trace is kept: apart from the log, whose rows stay for ever, since these go after some
   * days. Written by model/events/log.ts in the transaction of the event.
   */
  eventTraces: defineTable({
    /** Of one transaction. */
    events: v.array(v.id('events')),
    commitTs,
    traceId: v.string(),
    /** The span in which the events were appended. */
    spanId: v.string(),
    /** The organisation whose system began the trace. */
    partnerId: v.optional(v.id('partners')),
  })
    .index('by_commit', ['commitTs'])
    .index('by_trace', ['traceId']),

  /**
   * How far each consumer has read the log, one row a consumer: the last event that it took. Written by
   * model/events/consumers.ts, in the transaction that writes what the consumer makes of the events.
   */
  eventCursors: defineTable({
    consumer: v.string(),
    commitTs,
    creationTime: v.number(),
    /** Events that it has taken since they are counted. */
    taken: v.optional(v.number()),
  }).index('by_consumer', ['consumer']),

  /**
   * Whether consumers are about to be woken. A writer reads the row of its subject's shard and writes it only where nobody has
   * woken the consumers already. Written by model/events/log.ts and model/events/runs.ts.
   */
  eventWakes: defineTable({ shard: v.number(), awake: v.boolean() }).index('by_shard', ['shard']),

  /** The run of each consumer, one row a consumer. Written by model/events/runs.ts alone. */
  eventRuns: defineTable({
    consumer: v.string(),
    running: v.boolean(),
    /** Events may have come since the run last looked. */
    again: v.boolean(),
    /** Failures of the batch at which the consumer is, one after another. */
    failures: v.number(),
    /** Events that are still to be taken one by one, after a batch has failed. */
    singly: v.number(),
    /** Unix milliseconds of the last step; that of a run which waits after a failure, of its next step. */
    at: v.number(),
  }).index('by_consumer', ['consumer']),

  /** Events that a consumer failed at each time and went on without. Operators hand them to it again. */
  eventDeadLetters: defineTable({
    consumer: v.string(),
    event: v.id('events'),
    attempts: v.number(),
  }).index('by_consumer', ['consumer']),

  /**
   * Addresses of partners to which public events are posted. Written by administrators through events.webhooks, and where the
   * receiver verifies itself or ends the deliveries. The secrets are in clear, since signing needs them.
   */
  webhooks: defineTable({
    partnerId: v.id('partners'),
    url: v.string(),
    state: v.union(...webhookStates.map((state) => v.literal(state))),
    /** The one in force first, then one that is being replaced. */
    secrets: v.array(v.object({ secret: v.string(), endsAt: v.optional(v.number()) })),
  }).index('by_partner', ['partnerId']),

  /** The sender of each webhook, one row a webhook: apart, since it is written at each attempt. */
  webhookSenders: defineTable({
    webhookId: v.id('webhooks'),
    failures: v.number(),
    fault: v.optional(deliveryFault),
    /** Nothing is sent before, in Unix milliseconds. */
    pausedUntil: v.optional(v.number()),
    /** The time for which its next run is scheduled. */
    nextAt: v.optional(v.number()),
  }).index('by_webhook', ['webhookId']),

  /** Deliveries to webhooks, made and to be made: one row an event and webhook. The body is made at each attempt and not stored. */
  webhookDeliveries: defineTable({
    webhookId: v.id('webhooks'),
    /** None for a test, which is about nobody. */
    event: v.optional(v.id('events')),
    subject: v.optional(v.string()),
    type: v.union(...sentTypes.map((type) => v.literal(type))),
    state: v.union(...deliveryStates.map((state) => v.literal(state))),
    attempts: v.number(),
    /** Of the next attempt, in Unix milliseconds. */
    dueAt: v.optional(v.number()),
    status: v.optional(v.number()),
    fault: v.optional(deliveryFault),
  })
    .index('by_due', ['webhookId', 'state', 'dueAt'])
    .index('by_webhook', ['webhookId'])
    .index('by_state', ['webhookId', 'state'])
    .index('by_event', ['webhookId', 'event'])
    .index('by_line', ['webhookId', 'subject', 'state'])
    .index('by_subject', ['subject']),
};
