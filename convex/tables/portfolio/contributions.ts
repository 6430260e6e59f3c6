/** Contributions: people add them to their portfolios. Written in model/portfolio alone. */
import {
  type Contribution,
  type LinkFault,
  type LinkPreview,
  contributionFieldsSchema,
  linkFaults,
  linkPreviewSchema,
  linkStates,
} from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { convexObject } from '../contract.js';

export const linkFault = v.union(...(Object.keys(linkFaults) as LinkFault[]).map((fault) => v.literal(fault)));
export const linkPreview = convexObject<LinkPreview>(linkPreviewSchema);

/** The page at a contribution's address. */
const linkFields = v.object({
  state: v.union(...linkStates.map((state) => v.literal(state))),
  fault: v.optional(linkFault),
  /** The last one that was read. It stays while the page is read again. */
  preview: v.optional(linkPreview),
  /** Attempts of the reading that is under way. */
  attempts: v.number(),
  /** When the page is read, or read again. While an attempt is under way: when it counts as lost. */
  dueAt: v.number(),
  /** The owner has asked for it, also where nobody else sees the contribution. */
  asked: v.optional(v.literal(true)),
});

export const contributionTables = {
  /** One row a contribution. Its files are in `portfolioFiles`. */
  portfolioContributions: defineTable({
    accountId: v.id('accounts'),
    /** The id of the entry. */
    id: v.string(),
    contribution: convexObject<Contribution>(contributionFieldsSchema),
    /** Once somebody wants a preview of the page at its address. */
    link: v.optional(linkFields),
  })
    .index('by_account', ['accountId', 'id'])
    .index('by_link_due', ['link.dueAt']),
};
