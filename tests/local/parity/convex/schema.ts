import { defineSchema, defineTable } from 'convex/server';
import { v } from 'convex/values';

export default defineSchema(
  { rows: defineTable(v.any()), typed: defineTable({ name: v.string() }) },
  { schemaValidation: true },
);
