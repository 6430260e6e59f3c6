/** Cases as moderators see them, and decisions as the owner does. Times are Unix milliseconds. */
import * as z from 'zod';
import { fault } from '../../contract/field-code.ts';
import { email, handleSchema, line, prose } from '../../contract/text.ts';
import { isMatrixKey } from '../../privacy/matrix.ts';
import { placeAt } from '../../privacy/project.ts';
import { itemKeySchema } from '../../privacy/settings.ts';
import { caseStates } from './states.ts';
import {
  MAX_CASE_NOTE,
  MAX_CASE_NOTES,
  MAX_CASE_REPORTS,
  MAX_EXPLANATION,
  MAX_RULE,
  QUEUE_PAGE,
  SHOWN_STATEMENTS,
  appealOutcomes,
  grounds,
  measures,
  reportReasonNames,
} from './terms.ts';

const MAX_PLACE = 64;

/** A place of a profile: a row of the privacy matrix, such as `about`, `identity.headline` or `profile`, or an item, `skills/` and its id. */
export const placeSchema = z
  .string('must be text')
  .max(MAX_PLACE, `must have at most ${MAX_PLACE} characters`)
  .refine(
    (place) => isMatrixKey(place) || itemKeySchema.safeParse(place).success,
    fault('must be a row of the privacy matrix, or a section, / and the id of an item', 'unknown_field'),
  );

/** The parts of a place. */
export function partsOfPlace(place: string): { section: string; field?: string; item?: string } {
  const slash = place.indexOf('/');
  if (slash >= 0) return { section: place.slice(0, slash), item: place.slice(slash + 1) };
  const [section, field] = placeAt(place);
  return { section, ...(field !== undefined && { field }) };
}

export const reasonSchema = z.enum(reportReasonNames, `must be one of ${reportReasonNames.join(', ')}`);
export const explanationTextSchema = prose(MAX_EXPLANATION);

/** The content of a report. Digital Services Act, article 16(2). */
export const reportShape = {
  handle: handleSchema,
  place: placeSchema,
  reason: reasonSchema,
  explanation: explanationTextSchema,
  /** The reporter states in good faith that this is accurate and complete. */
  goodFaith: z.literal(true, 'must be true: the statement of good faith is part of a report'),
  /** An address for questions. Reports without one are anonymous, unless the reporter is signed in. */
  contact: email.optional(),
};

const time = z.number();
/** Another moderator is not named. */
const who = z.enum(['you', 'other']);

export const caseSummarySchema = z.strictObject({
  case: z.string(),
  /** Null once the owner is erased. */
  handle: handleSchema.nullable(),
  place: z.string(),
  state: z.enum(caseStates),
  reasons: z.array(z.enum(reportReasonNames)).max(reportReasonNames.length),
  reports: z.number(),
  openedAt: time,
  /** Null while nobody is awaited. */
  dueAt: time.nullable(),
  overdue: z.boolean(),
  assignee: who.nullable(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const queueSchema = z.strictObject({
  cases: z.array(caseSummarySchema).max(QUEUE_PAGE),
  /** Give it as `after` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type ModerationQueue = z.infer<typeof queueSchema>;

const decision = {
  measure: z.enum(measures),
  ground: z.enum(grounds),
  rule: z.string(),
  explanation: z.string(),
  at: time,
  inForce: z.boolean(),
};
const appeal = {
  text: z.string(),
  at: time,
  outcome: z.enum(appealOutcomes).optional(),
  explanation: z.string().optional(),
  decidedAt: time.optional(),
};

export const caseDetailSchema = z.strictObject({
  ...caseSummarySchema.shape,
  received: z
    .array(
      z.strictObject({
        reason: z.enum(reportReasonNames),
        explanation: z.string(),
        contact: z.string().optional(),
        signedIn: z.boolean(),
        at: time,
      }),
    )
    .max(MAX_CASE_REPORTS),
  notes: z
    .array(z.strictObject({ text: z.string(), by: z.enum(['you', 'other', 'rules']), at: time }))
    .max(MAX_CASE_NOTES),
  decision: z.strictObject({ ...decision, by: who }).nullable(),
  appeal: z.strictObject(appeal).nullable(),
  /** The deletion of the account that a moderator asks another one to confirm. */
  deletion: z.strictObject({ by: who, at: time, reason: z.string() }).nullable(),
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;

/** The answer to a step of a moderator. Answers are kept for a day, so it repeats nobody's words. */
export const steppedSchema = z.strictObject({ case: z.string(), state: z.enum(caseStates) });
export type Stepped = z.infer<typeof steppedSchema>;

/** The arguments of a decision against a place. */
export const actShape = {
  measure: z.enum(measures, `must be one of ${measures.join(', ')}`),
  /** The place of the case where it is left out. */
  place: placeSchema.optional(),
  ground: z.enum(grounds, `must be one of ${grounds.join(', ')}`),
  /** The law or the clause of the terms. */
  rule: line(MAX_RULE),
  /** The facts, for the owner. Nobody who reported is named in it. */
  explanation: explanationTextSchema,
};

export const caseNoteSchema = prose(MAX_CASE_NOTE);

/** A statement of reasons, for the owner. Digital Services Act, article 17(3). It names nobody who reported. */
export const statementSchema = z.strictObject({
  case: z.string(),
  place: z.string(),
  ...decision,
  /** No decision is made by a program. */
  automated: z.literal(false),
  /** The last moment for an appeal; null where none can be made any more. */
  appealUntil: time.nullable(),
  appeal: z.strictObject(appeal).nullable(),
});
export type Statement = z.infer<typeof statementSchema>;
export const statementsSchema = z.array(statementSchema).max(SHOWN_STATEMENTS);

/** A place as its owner sees it, for a moderator: one entry a field, items as JSON. */
export const inspectedSchema = z.strictObject({
  /** Null where the request is answered again: the answer is kept without them. */
  fields: z.array(z.strictObject({ name: z.string(), value: z.string() })).nullable(),
});
export type Inspected = z.infer<typeof inspectedSchema>;

const counts = z.record(z.string(), z.number());

/** Counts for a transparency report. Digital Services Act, article 24 and article 15(1). */
export const transparencySchema = z.strictObject({
  cases: z.number(),
  reports: z.number(),
  byReason: counts,
  /** Cases by what came of them: `dismissed`, `withhold`, `suspend`, and `pending`. */
  byOutcome: counts,
  appeals: z.number(),
  overturned: z.number(),
  /** Median time from the first report to the decision, in milliseconds; null without any. */
  medianMs: z.number().nullable(),
  /** True where there are more cases than one answer counts: ask for a shorter time. */
  partial: z.boolean(),
});
export type Transparency = z.infer<typeof transparencySchema>;
