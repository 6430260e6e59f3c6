/** Votes of one person about another, and what the reputation index makes of them. Written in model/trust alone. */
import { type SharedAudience, voteKinds } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { type GenericValidator, v } from 'convex/values';

/** A place in a profile, as privacy settings name it: a row of the matrix and, in a list, an item of it. */
const place = v.object({ section: v.string(), item: v.optional(v.string()) });

function eachAudience<V extends GenericValidator>(validator: V) {
  return v.object({ public: validator, platform: validator } satisfies Record<SharedAudience, V>);
}

export const voteTables = {
  /** Votes that stand: one row for what each follows from. */
  trustVotes: defineTable({
    from: v.id('accounts'),
    to: v.id('accounts'),
    kind: v.union(...voteKinds.map((kind) => v.literal(kind))),
    /** 0 to 1: how much of it speaks for the person. */
    value: v.number(),
    /** Unix milliseconds. */
    at: v.number(),
    /** The act that it follows from, such as `review:` and an id. No two rows have the same. */
    source: v.string(),
    /** The place at the person voted for where it is shown. */
    shownAt: place,
    /** The same at the voter, if it is shown there too. */
    givenAt: v.optional(place),
    /** Audiences to which the person voted for shows it, and those to which the voter does. It counts for those in both. */
    shown: eachAudience(v.boolean()),
    given: eachAudience(v.boolean()),
  })
    .index('by_from', ['from', 'at'])
    .index('by_to', ['to', 'at'])
    .index('by_source', ['source']),
};
