/** The table of views that are counted. */
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

export const countTables = {
  /**
   * Views of a profile by the public, one row a day and shard, so that a crowd at one profile seldom writes the same row. No
   * reader is in it. Written by model/privacy/viewCounts.ts alone.
   */
  viewCounts: defineTable({
    profileId: v.id('profiles'),
    /** UTC, as YYYY-MM-DD. */
    day: v.string(),
    /** 0 to 7, drawn anew for each view. */
    shard: v.number(),
    views: v.number(),
  })
    .index('by_profile', ['profileId', 'day', 'shard'])
    .index('by_day', ['day']),
};
