/** Public functions of moderation: reports by anybody, cases for moderators, statements of reasons and appeals for owners. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { everyone, members } from '../contract/principals.ts';
import { idSchema } from '../operations/partners.ts';
import {
  actShape,
  caseDetailSchema,
  caseNoteSchema,
  explanationTextSchema,
  inspectedSchema,
  queueSchema,
  reportShape,
  statementSchema,
  statementsSchema,
  steppedSchema,
  transparencySchema,
} from './moderation/documents.ts';
import { caseStates } from './moderation/states.ts';
import { MAX_BULK, QUEUE_PAGE, SHOWN_STATEMENTS, appealOutcomes } from './moderation/terms.ts';

const staff = ['moderator', 'admin'] as const;
const caseArgs = z.strictObject({ case: idSchema });
const byStaff = {
  callers: staff,
  result: steppedSchema,
  rate: { rate: 120, periodMs: 60_000, capacity: 120 },
  audit: { subject: 'profile', changed: '`moderation` and the step' },
  reveals: 'To moderators: the state of the case.',
} as const;

export const moderationContract = {
  report: mutation({
    summary:
      'Reports a place of a profile: the profile, a section, a field or an item. The answer is the same whether the caller may see that place or not, and whether there is one. Reports of one place join one case.',
    args: z.strictObject(reportShape),
    result: z.strictObject({
      /** Confirms receipt. */
      receipt: z.string(),
    }),
    callers: everyone,
    reveals: 'Nothing, not even that the place exists.',
    // All callers without an account draw from one bucket.
    rate: { rate: 120, periodMs: 60 * 60 * 1000, capacity: 60 },
    audit: { subject: 'profile', changed: '`report`' },
  }),
  mine: query({
    summary: `Statements of reasons to the caller, newest first, at most ${SHOWN_STATEMENTS}: what was decided against their profile, why, and how to appeal.`,
    args: z.strictObject({}),
    result: statementsSchema,
    callers: members,
    reveals: "Nothing about others: neither who reported nor who decided. The caller's own statements.",
  }),
  appeal: mutation({
    summary: 'Appeals against a decision, once. Another moderator than the one who made it decides.',
    args: z.strictObject({ case: idSchema, text: explanationTextSchema }),
    result: statementSchema,
    callers: members,
    errors: ['not_found', 'account_state'],
    rate: { rate: 20, periodMs: 60 * 60 * 1000, capacity: 20 },
    audit: { subject: 'profile', changed: '`appeal`' },
    reveals: 'Nothing about others.',
  }),
  queue: query({
    summary: `Cases in a state, those that are due first, ${QUEUE_PAGE} at a time.`,
    args: z.strictObject({
      state: z.enum(caseStates, `must be one of ${caseStates.join(', ')}`).default('open'),
      after: idSchema.optional(),
    }),
    result: queueSchema,
    callers: staff,
    reveals: 'To moderators: which places of whom were reported, and why, by codes.',
  }),
  view: query({
    summary: 'A case with its reports, notes, decision and appeal; null if there is none.',
    args: caseArgs,
    result: caseDetailSchema.nullable(),
    callers: staff,
    reveals: 'To moderators: the case, with the words of those who reported, and not who they are.',
  }),
  assign: mutation({
    ...byStaff,
    summary: 'Takes a case, from another moderator too.',
    args: caseArgs,
    errors: ['not_found', 'account_state'],
  }),
  note: mutation({
    ...byStaff,
    summary: 'Adds a note to a case, for moderators alone.',
    args: z.strictObject({ case: idSchema, text: caseNoteSchema }),
    errors: ['not_found', 'too_large'],
  }),
  inspect: mutation({
    ...byStaff,
    summary:
      'Shows the place of a case as its owner sees it, also where it is hidden or withheld. The access stands in the log of the owner.',
    args: caseArgs,
    result: inspectedSchema,
    shownOnce: ['fields'],
    errors: ['not_found'],
    audit: { subject: 'profile', changed: 'the place, as an access for `moderation`' },
    reveals: 'To moderators: the reported place. The access is logged.',
  }),
  act: mutation({
    ...byStaff,
    summary:
      'Decides against the place of a case: withholds it from everybody but the owner, or suspends the account. The owner gets a statement of reasons. The moderator must have taken the case.',
    args: z.strictObject({ case: idSchema, ...actShape }),
    errors: ['not_found', 'account_state', 'too_large'],
  }),
  restore: mutation({
    ...byStaff,
    summary: 'Takes a decision back: what was withheld is shown again as its owner chose.',
    args: caseArgs,
    errors: ['not_found', 'account_state'],
  }),
  decide: mutation({
    ...byStaff,
    summary: 'Decides an appeal. `forbidden` for the moderator who made the decision.',
    args: z.strictObject({
      case: idSchema,
      outcome: z.enum(appealOutcomes, `must be one of ${appealOutcomes.join(', ')}`),
      explanation: explanationTextSchema,
    }),
    errors: ['not_found', 'account_state'],
  }),
  dismiss: mutation({
    ...byStaff,
    summary: `Dismisses cases, at most ${MAX_BULK}. With \`dryRun\` it only tells which it would dismiss.`,
    args: z.strictObject({
      cases: z.array(idSchema, 'must be a list of cases').min(1, 'must name a case').max(MAX_BULK),
      dryRun: z.boolean('must be true or false').default(false),
    }),
    result: z.strictObject({ dismissed: z.array(z.string()), left: z.array(z.string()) }),
    audit: { subject: 'account', changed: '`moderation`, `dismiss`, and the cases' },
    reveals: 'To moderators: which of the cases can be dismissed.',
  }),
  askDeletion: mutation({
    ...byStaff,
    summary: 'Asks another moderator to confirm that the account of a case is deleted for good.',
    args: z.strictObject({ case: idSchema, reason: caseNoteSchema }),
    errors: ['not_found', 'account_state'],
  }),
  confirmDeletion: mutation({
    ...byStaff,
    summary:
      'Deletes the account of a case for good, as another moderator asked. `forbidden` for the one who asked. An active legal hold delays the erasure, not the hiding.',
    args: caseArgs,
    errors: ['not_found', 'account_state'],
    audit: { subject: 'account', changed: '`moderation` and `deletion`' },
  }),
  transparency: query({
    summary: 'Counts of cases that were opened in a time, for a transparency report. Times are Unix milliseconds.',
    args: z.strictObject({
      from: z.number('must be a number').min(0, 'must be at least 0'),
      to: z.number('must be a number').min(0, 'must be at least 0'),
    }),
    result: transparencySchema,
    callers: staff,
    reveals: 'To moderators: counts.',
  }),
};
