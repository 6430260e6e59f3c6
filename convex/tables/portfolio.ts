/** The portfolio domain's tables. model/portfolio writes them, and nothing else does. */
import {
  type PortfolioInboundType,
  type PortfolioRecord,
  type PortfolioVersions,
  type PortfolioView,
  badgeRecordSchema,
  courseRecordSchema,
  gigRecordSchema,
  portfolioInbound,
  portfolioVersionsSchema,
  portfolioViewSchema,
  recordKinds,
} from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { convexObject } from './contract.js';
import { viewTable } from './privacy.js';

const placed = v.optional(v.array(v.string()));
const records = [courseRecordSchema, gigRecordSchema, badgeRecordSchema];

export const portfolioTables = {
  /** Portfolios as a whole: one row an account, once there is something in it. */
  portfolios: defineTable({
    accountId: v.id('accounts'),
    versions: convexObject<PortfolioVersions>(portfolioVersionsSchema),
    /** Ids of entries by section, in the order that the owner chose. */
    order: v.object({ courses: placed, gigs: placed, badges: placed, contributions: placed }),
    /** Registers in `portfolioRecords`, and bytes of their data as JSON in UTF-8. */
    records: v.number(),
    bytes: v.number(),
  }).index('by_account', ['accountId']),

  /**
   * Registers: one row for each record of another system, a revoked one too, with the event that counts. An account may have
   * some before it has a profile.
   */
  portfolioRecords: defineTable({
    accountId: v.id('accounts'),
    /** The id of the entry: unguessable without the three that follow, and the same whenever they come again. */
    id: v.string(),
    sourceId: v.id('eventSources'),
    kind: v.union(...recordKinds.map((kind) => v.literal(kind))),
    /** The sender's id of the record. */
    record: v.string(),
    type: v.union(...Object.keys(portfolioInbound).map((type) => v.literal(type as PortfolioInboundType))),
    /** The sender's id of the event that counts. */
    event: v.string(),
    /** Time of that event, in Unix milliseconds. */
    at: v.number(),
    /** None where the record is revoked. */
    data: v.optional(v.union(...records.map((schema) => convexObject<PortfolioRecord>(schema)))),
  })
    .index('by_account', ['accountId'])
    .index('by_entry', ['accountId', 'id']),

  /** The part of a portfolio that an audience sees. */
  portfolioViews: viewTable<PortfolioView>(portfolioViewSchema),
};
