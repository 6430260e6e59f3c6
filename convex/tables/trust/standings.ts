/** Standings of people in the reputation index. Written in model/trust alone. */
import { type ShownReputation, shownReputationSchema } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { convexObject } from '../contract.js';

/** For one audience, from the votes that it may see. */
const standing = v.object({
  /** In units of what a verified person has of their own. */
  trust: v.number(),
  /** Trust that a fresh vote of the person carries, as those for whom they voted were told of it. */
  told: v.number(),
  verified: v.boolean(),
  shown: v.optional(convexObject<ShownReputation>(shownReputationSchema)),
});

export const standingTables = {
  /** One row a person who cast or received a vote. */
  trustStandings: defineTable({
    accountId: v.id('accounts'),
    /** Since when the person is to be computed again, in Unix milliseconds. None where nothing has changed. */
    due: v.optional(v.number()),
    public: standing,
    platform: standing,
  })
    .index('by_account', ['accountId'])
    .index('by_due', ['due']),

  /** One row: the state of the index as a whole. */
  trustIndex: defineTable({
    /** The time from which votes are as old as they count, in Unix milliseconds. */
    asOf: v.number(),
    /** The trust a vote from which votes count in full, by audience. None where nobody has trust. */
    threshold: v.object({ public: v.optional(v.number()), platform: v.optional(v.number()) }),
    /** When the thresholds were measured last, and when they will be, if that is scheduled. */
    measuredAt: v.optional(v.number()),
    measuresAt: v.optional(v.number()),
    /** When the chain that computes people went on last. None where no chain runs. */
    settlingAt: v.optional(v.number()),
  }),
};
