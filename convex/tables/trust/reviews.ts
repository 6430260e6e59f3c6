/** Gigs whose parties may review each other, and their reviews. Written in model/trust alone. */
import { gigParties, storedReviewStates } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

export const reviewTables = {
  /** Gigs both of whose parties have an account: one row a record of the portfolio of the one who did it. */
  trustGigs: defineTable({
    /** Names the gig for its parties. */
    name: v.string(),
    /** The entry in the performer's portfolio. */
    entry: v.string(),
    performer: v.id('accounts'),
    client: v.id('accounts'),
    title: v.string(),
    completedOn: v.string(),
    /** When both reviews are revealed and no more are written. Unix milliseconds; it follows from the time of this row alone. */
    closesAt: v.number(),
    /** The record was revoked: its reviews are not shown and count for nothing, until it comes back. */
    revoked: v.optional(v.literal(true)),
    /** Whether the time to write is over, and all that was written is revealed. */
    closed: v.boolean(),
  })
    .index('by_performer', ['performer'])
    .index('by_client', ['client'])
    .index('by_name', ['name'])
    .index('by_closing', ['closed', 'closesAt']),

  /** Reviews: one row a gig and author. */
  trustReviews: defineTable({
    gig: v.id('trustGigs'),
    author: v.id('accounts'),
    about: v.id('accounts'),
    by: v.union(...gigParties.map((party) => v.literal(party))),
    /** Names the review in settings of the person reviewed. */
    id: v.string(),
    state: v.union(...storedReviewStates.map((state) => v.literal(state))),
    /** 1 to 5. None once it is withdrawn, as its text. */
    rating: v.optional(v.number()),
    text: v.optional(v.string()),
    reply: v.optional(v.string()),
    /** Unix milliseconds. */
    writtenAt: v.number(),
    revealedAt: v.optional(v.number()),
    /** Shown and counted: it is revealed or answered, and its gig stands. */
    live: v.boolean(),
  })
    .index('by_gig', ['gig', 'author'])
    .index('by_author', ['author'])
    .index('by_about', ['about', 'live', 'revealedAt'])
    .index('by_name', ['id']),
};
