/** The events domain's tables. */
import { eventTypes } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

export const eventTables = {
  /**
   * The log (outbox) that carries news. Consumers read it in commit order from a cursor (commitTs, _creationTime,
   * _id), since rows of one transaction share their commitTs.
   */
  events: defineTable({
    type: v.union(...eventTypes.map((type) => v.literal(type))),
    version: v.number(),
    profileId: v.id('profiles'),
    data: v.object({ sections: v.optional(v.array(v.string())), keys: v.optional(v.array(v.string())) }),
    commitTs: v.commitTs(),
  }).index('by_commit', ['commitTs']),
};
