/** Tables of consents to imports: the records, what came by each, and answers of sources while their owner looks at them. */
import { type GitHubFound, consentSources, consentStates, fetchFaults, gitHubFoundSchema } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { convexObject } from '../contract.js';

const source = v.union(...consentSources.map((name) => v.literal(name)));
const state = v.union(...consentStates.map((name) => v.literal(name)));

export const consentTables = {
  /**
   * Records of consent (ISO/IEC TS 27560). Only `state` changes, and `consentEvents` says when. Written by
   * model/privacy/consents.ts alone.
   */
  consents: defineTable({
    accountId: v.id('accounts'),
    profileId: v.id('profiles'),
    source,
    /** The notice that the person was shown. */
    notice: v.object({ version: v.number(), language: v.string() }),
    categories: v.array(v.string()),
    collection: v.union(v.literal('browser'), v.literal('request')),
    controller: v.object({ name: v.string(), contact: v.union(v.string(), v.null()) }),
    jurisdiction: v.union(v.string(), v.null()),
    state,
    /** Unix milliseconds. */
    expiresAt: v.number(),
  })
    .index('by_account', ['accountId'])
    .index('by_source', ['accountId', 'source', 'state'])
    .index('by_expiry', ['state', 'expiresAt']),

  /** The history of each consent. A row never changes. Written by model/privacy/consents.ts alone. */
  consentEvents: defineTable({
    accountId: v.id('accounts'),
    consent: v.id('consents'),
    state,
    by: v.union(v.literal('person'), v.literal('product')),
  })
    .index('by_consent', ['consent'])
    .index('by_account', ['accountId']),

  /**
   * The provenance of what came by an import, one row a consent and item, or section that is one object. Written by
   * model/privacy/provenance.ts alone.
   */
  importedParts: defineTable({
    profileId: v.id('profiles'),
    consent: v.id('consents'),
    source,
    section: v.string(),
    /** The item's id; null in a section that is one object. */
    item: v.union(v.string(), v.null()),
    /** Whether the whole item came by the import. */
    added: v.boolean(),
    /** By field, SHA-256 of the value's canonical JSON as it came, base64url. The same hash now: nobody has edited it. */
    fields: v.record(v.string(), v.string()),
    /** Unix milliseconds. */
    importedAt: v.number(),
  })
    .index('by_profile', ['profileId'])
    .index('by_part', ['consent', 'section', 'item']),

  /**
   * Answers of GitHub for a preview: one row a person, deleted after a day or with the consent. Written by
   * model/privacy/fetches.ts alone.
   */
  importFetches: defineTable({
    accountId: v.id('accounts'),
    consent: v.id('consents'),
    login: v.string(),
    state: v.union(v.literal('fetching'), v.literal('ready'), v.literal('failed')),
    fault: v.optional(v.union(...fetchFaults.map((fault) => v.literal(fault)))),
    found: v.optional(convexObject<GitHubFound>(gitHubFoundSchema)),
  })
    .index('by_account', ['accountId'])
    .index('by_consent', ['consent']),
};
