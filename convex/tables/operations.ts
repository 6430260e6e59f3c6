/** The operations domain's tables. */
import { type StoredFlag, flagKinds, flagRuleSchema } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { convexObject } from './contract.js';

/** A span: for traces that are kept alone. */
export const spanFields = v.object({
  traceId: v.string(),
  spanId: v.string(),
  parentId: v.optional(v.string()),
  name: v.string(),
  kind: v.union(v.literal('server'), v.literal('client'), v.literal('consumer')),
  /** Unix milliseconds. */
  startedAt: v.number(),
  endedAt: v.number(),
  /** `ok`, or the code of the refusal or fault. */
  outcome: v.string(),
  /** The type of the event that is worked on. */
  event: v.optional(v.string()),
});

export const operationTables = {
  /**
   * Answers of mutations, so that a repeated request has one effect and the same answer. They expire after a day. The
   * oldest answer of a principal with more than a thousand is deleted.
   */
  idempotencyKeys: defineTable({
    /** Names the principal, so that nobody can read another's answers by guessing keys. */
    principal: v.string(),
    function: v.string(),
    key: v.string(),
    /** SHA-256 of the canonical arguments. */
    requestHash: v.string(),
    /** Counts the principal's answers. Rows that are older than the bound have none. */
    ordinal: v.optional(v.number()),
    result: v.any(),
  })
    .index('by_scope', ['principal', 'function', 'key'])
    .index('by_principal', ['principal', 'ordinal']),

  /** Organisations whose sites show widgets. Written by administrators through operations.partners. */
  partners: defineTable({
    name: v.string(),
    /** Origins of the pages on which the partner's publishable keys work. */
    origins: v.array(v.string()),
  }),

  /**
   * Partners' keys in force. A revoked or expired key has no row. Written by administrators through operations.keys, and
   * by the mutation that a rotation schedules. Nothing frequent may write here: each write re-runs the live queries of
   * every session of the key.
   */
  partnerKeys: defineTable({
    partnerId: v.id('partners'),
    kind: v.union(v.literal('publishable'), v.literal('secret')),
    /** The name of the key in lists and calls: a publishable key whole, of a secret key the part that is not secret. */
    name: v.string(),
    /** SHA-256 of a secret key, base64url. The key itself is not stored. */
    hash: v.optional(v.string()),
    perMinute: v.number(),
    /** Time at which a replaced key stops working, in Unix milliseconds. */
    endsAt: v.optional(v.number()),
  })
    .index('by_name', ['name'])
    .index('by_partner', ['partnerId']),

  /**
   * Codes that partners' servers asked for and that nobody has answered yet. Written for POST /v1/embed-links, deleted by
   * the answer (operations.links.create) or, after ten minutes, by a scheduled mutation.
   */
  linkOffers: defineTable({
    partnerId: v.id('partners'),
    /** The person's id at the partner: personal data. */
    user: v.string(),
    /** SHA-256 of the code, base64url. */
    codeHash: v.string(),
  }).index('by_code', ['codeHash']),

  /** People's consent that a partner names them. Written by the people alone, through operations.links. */
  partnerLinks: defineTable({
    partnerId: v.id('partners'),
    /** The person's id at the partner: personal data. */
    user: v.string(),
    accountId: v.id('accounts'),
  })
    .index('by_user', ['partnerId', 'user'])
    .index('by_account', ['accountId']),

  /**
   * Viewers whom partners' servers have named, for ten minutes each. Written for POST /v1/embed-sessions, deleted by a
   * scheduled mutation. At most ten times a key's quota exist at once.
   */
  embedSessions: defineTable({
    keyId: v.id('partnerKeys'),
    /** The person's consent; none for the organisation's own session. */
    linkId: v.optional(v.id('partnerLinks')),
    /** Other people's profiles that the page may show the person as members see them. */
    handles: v.optional(v.array(v.string())),
  }),

  /**
   * Spans that wait for their export (model/operations/spans.ts). Written only for traces that are kept, in the transaction
   * that they tell of. They hold names of the code, random numbers, times and codes.
   */
  traceSpans: defineTable(spanFields),

  /** One row while the collector of spans fails: none is stored or sent until then. */
  traceBreaks: defineTable({ failures: v.number(), until: v.number() }),

  /**
   * Flags: who gets which variant. Written by administrators through operations.flags, and the product's own, whose names
   * begin with a domain, by the functions that they steer. At most 100. Nothing frequent may write here: each write
   * re-runs the live queries of everybody who has asked for flags.
   */
  flags: defineTable({
    name: v.string(),
    kind: v.union(...flagKinds.map((kind) => v.literal(kind))),
    /** Whether callers learn their variant. */
    exposed: v.boolean(),
    /** The kill switch. */
    enabled: v.boolean(),
    variants: v.array(v.string()),
    off: v.string(),
    rules: v.array(convexObject<StoredFlag['rules'][number]>(flagRuleSchema)),
    /** Rises by one with each change. */
    version: v.number(),
  }).index('by_name', ['name']),
};
