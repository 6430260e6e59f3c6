/** Tables of how people's data goes: exports, erasures, legal holds and purges. */
import { type RetentionName, holdReasons } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { type VString, v } from 'convex/values';

export const lifecycleTables = {
  /**
   * Erasures of people's data: a job while it runs, and its receipt afterwards. Surrogates and numbers alone.
   */
  erasures: defineTable({
    accountId: v.id('accounts'),
    /** None for a person without a profile. */
    profileId: v.optional(v.id('profiles')),
    /** The one who asked for it: the person, or the identity provider, where the person deleted themselves. */
    reason: v.union(v.literal('person'), v.literal('provider'), v.literal('moderation')),
    /** `waiting`: for the end of a legal hold. */
    state: v.union(v.literal('running'), v.literal('waiting'), v.literal('finished')),
    /** Time in which the erasure waited, in Unix milliseconds: from the first hold to the end of the last. */
    waited: v.optional(v.object({ since: v.number(), until: v.optional(v.number()) })),
    /** Documents erased so far, by table. */
    erased: v.record(v.string(), v.number()),
    /** Unix milliseconds. */
    finishedAt: v.optional(v.number()),
    /**
     * The deletion of the user at the identity provider. None where the provider asked for the erasure: the user is gone there.
     * `not_asked`: the deployment has no key to the provider.
     */
    provider: v.optional(
      v.object({
        state: v.union(v.literal('waiting'), v.literal('deleted'), v.literal('failed'), v.literal('not_asked')),
        attempts: v.number(),
        /** Time from which another attempt may be made, in Unix milliseconds. Only while the state is `waiting`, and the erasure's is not. */
        dueAt: v.optional(v.number()),
      }),
    ),
  })
    .index('by_state', ['state'])
    .index('by_provider', ['provider.state', 'provider.dueAt'])
    .index('by_account', ['accountId'])
    .index('by_profile', ['profileId']),

  /** Legal holds. Surrogates and codes alone. Written by model/privacy/holds.ts. */
  legalHolds: defineTable({
    accountId: v.id('accounts'),
    reason: v.union(...holdReasons.map((reason) => v.literal(reason))),
    /** Whether the person is told the reason. */
    told: v.boolean(),
    state: v.union(v.literal('active'), v.literal('lifted')),
    /** Unix milliseconds. */
    liftedAt: v.optional(v.number()),
  })
    .index('by_account', ['accountId', 'state'])
    .index('by_state', ['state'])
    .index('by_lifting', ['liftedAt']),

  /**
   * Numbers that purges have deleted, for the report. Each purge adds rows, and one job takes them away, so that no purge
   * waits for another. Written by model/privacy/purges.ts alone, as the next.
   */
  purges: defineTable({
    /** The class of data. */
    of: v.string() as VString<RetentionName>,
    count: v.number(),
    /** Unix milliseconds. */
    at: v.number(),
  }),

  /** The report of purges, one row a day on which something was purged. */
  purgeReports: defineTable({
    /** UTC, as YYYY-MM-DD. */
    day: v.string(),
    purged: v.record(v.string(), v.number()),
  }).index('by_day', ['day']),

  /**
   * Exports of people's data, one row a person: a job while it runs, and what it made. Deleted with its files after seven days.
   */
  exports: defineTable({
    accountId: v.id('accounts'),
    state: v.union(v.literal('making'), v.literal('ready'), v.literal('failed')),
    /** Where the next file begins: the place of a store in the list of all, and how far that store is. */
    next: v.object({ store: v.number(), cursor: v.union(v.string(), v.null()) }),
    /** Stores that are done, for the progress. */
    done: v.number(),
    /** Counts the actions at work. One that is not the last changes nothing any more. */
    attempt: v.number(),
    /** Actions that were lost one after another. */
    lost: v.number(),
    /** Unix milliseconds. None until the export is ready. */
    expiresAt: v.optional(v.number()),
    /** SHA-256 of the token in the addresses, base64url. None while no address works. */
    tokenHash: v.optional(v.string()),
  })
    .index('by_account', ['accountId'])
    .index('by_token', ['tokenHash'])
    .index('by_expiry', ['expiresAt']),

  /** The files of exports. */
  exportFiles: defineTable({
    accountId: v.id('accounts'),
    /** From 1. */
    number: v.number(),
    file: v.id('_storage'),
    size: v.number(),
  })
    .index('by_account', ['accountId', 'number'])
    .index('by_file', ['file']),
};
