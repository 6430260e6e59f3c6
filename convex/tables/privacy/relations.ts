/** Tables of relations between people: the asks, and what two people have agreed on. */
import { relationNames } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

const kind = v.union(...relationNames.map((name) => v.literal(name)));

export const relationTables = {
  /**
   * Accepted relations, two rows for each: one a person, about the other. Both rows come and go together. Written by
   * model/privacy/relations.ts alone, at most 500 rows a person.
   */
  relations: defineTable({
    kind,
    /** The person whose row it is. */
    person: v.id('accounts'),
    other: v.id('accounts'),
    /** The present handle of the other. */
    handle: v.string(),
    /** Whether grants of the other to the relation name the person. */
    named: v.boolean(),
  })
    .index('by_person', ['person'])
    .index('by_pair', ['person', 'other'])
    .index('by_handle', ['person', 'handle'])
    .index('by_other', ['other']),

  /**
   * Asks for a relation. A row stays while its asker has it open, and while a decline counts, of which the asker is told
   * nothing. Written by model/privacy/asks.ts alone.
   */
  relationAsks: defineTable({
    kind,
    asker: v.id('accounts'),
    /** As the asker wrote it. */
    handle: v.string(),
    /** None where nobody had the handle, or where nobody has looked yet. */
    asked: v.optional(v.id('accounts')),
    /** Whether it is open in the eyes of its asker. */
    open: v.boolean(),
    /** Whether it waits for an answer in the eyes of the one who is asked. */
    pending: v.boolean(),
    /** The time at which the ask is over by itself, in Unix milliseconds. */
    endsAt: v.number(),
    /** Declined: the time until which no ask of this asker comes through to the one who is asked, in Unix milliseconds. */
    quietUntil: v.optional(v.number()),
    /** The time at which the row changes next, in Unix milliseconds. */
    dueAt: v.number(),
  })
    .index('by_asker', ['asker', 'open'])
    .index('by_asked', ['asked', 'pending'])
    .index('by_pair', ['asker', 'asked'])
    .index('by_due', ['dueAt']),
};
