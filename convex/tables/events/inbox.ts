/** The events domain's tables of the inbox. */
import {
  type InboundDomain,
  eventFaults,
  fieldCodes,
  inboundDomains,
  inboundTypes,
  quarantineReasons,
} from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { type Infer, v } from 'convex/values';

const domain = v.union(...(Object.keys(inboundDomains) as InboundDomain[]).map((name) => v.literal(name)));

/** One faulty place of an event. */
const fault = v.object({
  path: v.string(),
  message: v.string(),
  code: v.optional(v.union(...fieldCodes.map((code) => v.literal(code)))),
});

/** An event that may be processed, as `readEvent` of the schema gives it. */
export const inboundEvent = v.object({
  type: v.union(...inboundTypes.map((name) => v.literal(name))),
  version: v.number(),
  subject: v.string(),
  time: v.optional(v.number()),
  data: v.any(),
  traceparent: v.optional(v.string()),
});

/** One event of a request, judged by its text. `key` is a hash of its id, or of its text if it has none. */
export const judgedEvent = v.object({
  key: v.string(),
  id: v.union(v.string(), v.null()),
  /** Its JSON; none for one that is too large to keep. */
  text: v.optional(v.string()),
  event: v.optional(inboundEvent),
  faulty: v.optional(
    v.object({
      fault: v.union(...eventFaults.map((name) => v.literal(name))),
      faults: v.array(fault),
      type: v.optional(v.string()),
      subject: v.optional(v.string()),
    }),
  ),
});
export type JudgedEvent = Infer<typeof judgedEvent>;

const reason = v.union(...quarantineReasons.map((name) => v.literal(name)));

export const inboxTables = {
  /**
   * Systems that send events. Written by administrators through events.sources. A source that has ended stays, without a
   * secret, as the origin of its events. Nothing frequent may write here: each request reads the row.
   */
  eventSources: defineTable({
    /** `src_` and 16 hex digits. */
    name: v.string(),
    label: v.string(),
    address: v.string(),
    partnerId: v.optional(v.id('partners')),
    perMinute: v.number(),
    active: v.boolean(),
    /** Newest first, two at most. The signature is made by the secret itself, so its hash would not do (ADR 34). */
    secrets: v.array(v.object({ secret: v.string(), endsAt: v.optional(v.number()) })),
  })
    .index('by_name', ['name'])
    .index('by_active', ['active', 'address']),

  /** The events that came of a source, counted, one row a source. Its requests write it, and what takes events out of quarantine; its job does not. */
  inboxMeters: defineTable({
    sourceId: v.id('eventSources'),
    /** The number of the last event that was accepted. */
    received: v.number(),
    /** Events in quarantine for faults of their own. */
    quarantined: v.number(),
    /** Of rows from before jobs had rows of their own. */
    taken: v.optional(v.number()),
    draining: v.optional(v.boolean()),
  }).index('by_source', ['sourceId']),

  /** How far the job of a source is, one row a source. The job writes it, and a request that starts the job. */
  inboxJobs: defineTable({
    sourceId: v.id('eventSources'),
    /** The number of the last event that was taken by the job. */
    taken: v.number(),
    /** Whether the job runs or is scheduled. */
    draining: v.boolean(),
    /** Unix milliseconds of its last step. */
    at: v.number(),
  }).index('by_source', ['sourceId']),

  /** Events that were accepted, each once, by the hash of its id. Purged after their period. */
  inboxReceipts: defineTable({ sourceId: v.id('eventSources'), key: v.string() }).index('by_key', ['sourceId', 'key']),

  /**
   * Events that were accepted, in the order of their numbers. `accepted`: the job has not seen it. `parked`: it is about
   * `accountId`, and waits for its domain to declare a mapper. `applied`: its domain has it.
   */
  inboxEvents: defineTable({
    sourceId: v.id('eventSources'),
    number: v.number(),
    /** The id that the sender gave. */
    id: v.string(),
    ...inboundEvent.fields,
    domain,
    state: v.union(v.literal('accepted'), v.literal('parked'), v.literal('applied')),
    accountId: v.optional(v.id('accounts')),
  })
    .index('by_number', ['sourceId', 'number'])
    .index('by_state', ['sourceId', 'domain', 'state', 'number'])
    .index('by_account', ['accountId'])
    .index('by_subject', ['subject', 'accountId']),

  /**
   * Events that cannot be processed, as they were sent, one row for each id of a source. Written for requests and by the
   * job, deleted by operators through events.quarantine and after their period.
   */
  inboxQuarantine: defineTable({
    sourceId: v.id('eventSources'),
    key: v.string(),
    id: v.union(v.string(), v.null()),
    type: v.optional(v.string()),
    subject: v.optional(v.string()),
    /** Of an event whose person is known. */
    accountId: v.optional(v.id('accounts')),
    reason,
    faults: v.array(fault),
    text: v.optional(v.string()),
    /** Unix milliseconds. */
    at: v.number(),
  })
    .index('by_key', ['sourceId', 'key'])
    .index('by_time', ['at'])
    .index('by_account', ['accountId'])
    .index('by_subject', ['subject', 'accountId']),
};
