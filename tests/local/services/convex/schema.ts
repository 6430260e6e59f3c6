import { defineSchema, defineTable } from 'convex/server';
import { v } from 'convex/values';

export default defineSchema({
  articles: defineTable({
    title: v.string(),
    body: v.optional(v.string()),
    topic: v.optional(v.string()),
    stars: v.number(),
  })
    .index('by_topic', ['topic'])
    .searchIndex('search_body', { searchField: 'body', filterFields: ['topic', 'stars'] }),
  places: defineTable({
    name: v.string(),
    kind: v.string(),
    open: v.boolean(),
    position: v.array(v.float64()),
  }).vectorIndex('by_position', {
    vectorField: 'position',
    dimensions: 3,
    filterFields: ['kind', 'open'],
  }),
  rows: defineTable({ group: v.string(), text: v.string() }).index('by_group', ['group']),
  photos: defineTable({ file: v.id('_storage') }),
});
