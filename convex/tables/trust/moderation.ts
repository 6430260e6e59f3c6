/** Tables of moderation. model/trust/moderation writes them, and nothing else does. Times are Unix milliseconds. */
import { appealOutcomes, caseStates, grounds, measures, reportReasonNames } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

const reason = v.union(...reportReasonNames.map((each) => v.literal(each)));

export const moderationTables = {
  /** One row for each place of a profile that is or was moderated. Once its owner is erased, it has codes and times alone. */
  moderationCases: defineTable({
    accountId: v.optional(v.id('accounts')),
    profileId: v.optional(v.id('profiles')),
    /** A row of the privacy matrix, or a section, `/` and the id of an item. */
    place: v.string(),
    /** Changed by the table of steps alone. */
    state: v.union(...caseStates.map((each) => v.literal(each))),
    reasons: v.array(reason),
    /** Reports so far, those among them whose words are not kept. */
    reports: v.number(),
    /** By when a moderator decides; none while nobody is awaited. */
    dueAt: v.optional(v.number()),
    /** When the case becomes overdue, if it is not yet. */
    escalateAt: v.optional(v.number()),
    overdue: v.optional(v.literal(true)),
    assignee: v.optional(v.id('accounts')),
    decision: v.optional(
      v.object({
        measure: v.union(...measures.map((each) => v.literal(each))),
        place: v.string(),
        ground: v.union(...grounds.map((each) => v.literal(each))),
        rule: v.string(),
        explanation: v.string(),
        by: v.optional(v.id('accounts')),
        at: v.number(),
        inForce: v.boolean(),
      }),
    ),
    /** The end of the time for an appeal; none once there is one, or the decision is taken back. */
    appealUntil: v.optional(v.number()),
    appeal: v.optional(
      v.object({
        text: v.string(),
        at: v.number(),
        outcome: v.optional(v.union(...appealOutcomes.map((each) => v.literal(each)))),
        explanation: v.optional(v.string()),
        decidedAt: v.optional(v.number()),
      }),
    ),
    /** A deletion of the account that another moderator has to confirm. */
    deletion: v.optional(v.object({ by: v.id('accounts'), at: v.number(), reason: v.string() })),
    /** When the row is deleted, unless a decision is in force then. */
    purgeAt: v.number(),
  })
    .index('by_place', ['profileId', 'place', 'state'])
    .index('by_due', ['state', 'dueAt'])
    .index('by_account', ['accountId', 'decision.at'])
    .index('by_force', ['accountId', 'decision.inForce'])
    .index('by_escalation', ['escalateAt'])
    .index('by_appeal', ['appealUntil'])
    .index('by_assignee', ['assignee'])
    .index('by_decider', ['decision.by'])
    .index('by_asker', ['deletion.by'])
    .index('by_purge', ['purgeAt']),

  /** The words of those who reported. No owner ever reads them. */
  moderationReports: defineTable({
    case: v.id('moderationCases'),
    /** None for a reporter who was not signed in. */
    reporter: v.optional(v.id('accounts')),
    contact: v.optional(v.string()),
    reason,
    explanation: v.string(),
    receipt: v.string(),
  })
    .index('by_case', ['case'])
    .index('by_reporter', ['reporter']),

  /** Notes of moderators, and cues of the rules. */
  moderationNotes: defineTable({
    case: v.id('moderationCases'),
    /** None for a cue that the rules found. */
    author: v.optional(v.id('accounts')),
    text: v.string(),
  })
    .index('by_case', ['case'])
    .index('by_author', ['author']),
};
