import { defineSchema, defineTable } from 'convex/server';
import { v } from 'convex/values';

export default defineSchema({
  /** Their balances add up to the same total at all times. */
  accounts: defineTable({ number: v.number(), balance: v.number() }).index('by_number', ['number']),
  /** One row a transfer, and two entries that cancel out. */
  transfers: defineTable({ key: v.string(), amount: v.number() }).index('by_key', ['key']),
  entries: defineTable({ key: v.string(), account: v.id('accounts'), amount: v.number() }).index('by_key', ['key']),
  /** How many transfers there were: read by everybody, so that each of them changes every reader's result. */
  totals: defineTable({ transfers: v.number() }),
  /** Scheduled jobs, and one row for each run. */
  plans: defineTable({ key: v.string(), kind: v.union(v.literal('mutation'), v.literal('action')) }).index('by_key', [
    'key',
  ]),
  runs: defineTable({ key: v.string() }).index('by_key', ['key']),
});
