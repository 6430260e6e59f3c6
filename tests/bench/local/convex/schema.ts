/** Profiles with their rows, as the benchmarks of the embedded deployment read and write them. */
import { defineSchema, defineTable } from 'convex/server';
import { v } from 'convex/values';

export default defineSchema({
  profiles: defineTable({
    handle: v.string(),
    group: v.number(),
    name: v.string(),
    headline: v.string(),
    version: v.number(),
  })
    .index('by_handle', ['handle'])
    .index('by_group', ['group', 'handle']),
  items: defineTable({ profileId: v.id('profiles'), order: v.number(), name: v.string(), level: v.number() }).index(
    'by_profile',
    ['profileId', 'order'],
  ),
});
