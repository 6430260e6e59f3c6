/** Places with a direction, and texts of words whose frequencies follow Zipf's law. */
import { defineSchema, defineTable } from 'convex/server';
import { v } from 'convex/values';

export default defineSchema({
  places: defineTable({ embedding: v.array(v.float64()) }).vectorIndex('by_embedding', {
    vectorField: 'embedding',
    dimensions: 256,
  }),
  texts: defineTable({ body: v.string() }).searchIndex('search_body', { searchField: 'body' }),
});
