import { defineSchema, defineTable } from 'convex/server';
import { v } from 'convex/values';

export default defineSchema({
  scores: defineTable({ player: v.string(), score: v.number() }),
  events: defineTable({ value: v.number(), insertedAt: v.commitTs() }).index('insertedAt', ['insertedAt']),
  sums: defineTable({ total: v.number(), batches: v.number() }),
  mails: defineTable({ to: v.string(), attempts: v.number() }).index('to', ['to']),
  outcomes: defineTable({ to: v.string(), kind: v.string(), value: v.any() }),
  people: defineTable({ name: v.string(), greeting: v.optional(v.string()) }).index('name', ['name']),
});
