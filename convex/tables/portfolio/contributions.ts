/** Contributions: people add them to their portfolios. Written in model/portfolio alone. */
import { type Contribution, contributionFieldsSchema } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { convexObject } from '../contract.js';

export const contributionTables = {
  /** One row a contribution. Its files are in `portfolioFiles`. */
  portfolioContributions: defineTable({
    accountId: v.id('accounts'),
    /** The id of the entry. */
    id: v.string(),
    contribution: convexObject<Contribution>(contributionFieldsSchema),
  }).index('by_account', ['accountId', 'id']),
};
