/** The rows of moderation cases. Every state follows from the table of steps in the schema. */
import {
  APPEAL_DUE_MS,
  type CaseState,
  type CaseStep,
  MAX_CASE_NOTES,
  MAX_CASE_REPORTS,
  QUEUE_PAGE,
  type ReportReason,
  awaitingStates,
  caseStateAfter,
  joinedStates,
  reportReasons,
  trustRetention,
} from '@gigsy/schema';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';

type Ctx = QueryCtx | MutationCtx;
export type CaseRow = Doc<'moderationCases'>;
/** A case whose owner is not erased. */
export type LivingCase = CaseRow & { accountId: Id<'accounts'>; profileId: Id<'profiles'> };

/** Null for text that names no case. */
export async function findCase(ctx: Ctx, id: string): Promise<CaseRow | null> {
  const known = ctx.db.normalizeId('moderationCases', id);
  return known && ctx.db.get('moderationCases', known);
}

/** Throws unless there is such a case, of an owner who is not erased. */
export async function requiredCase(ctx: Ctx, id: string): Promise<LivingCase> {
  const row = await findCase(ctx, id);
  if (row?.accountId && row.profileId) return row as LivingCase;
  throw refusal('not_found', 'There is no such case, or its owner was erased.');
}

/** The state after a step. Throws where the table has no such step from there. */
export function stateAfterStep({ state }: Pick<CaseRow, 'state'>, step: CaseStep): CaseState {
  const next = caseStateAfter(state, step);
  if (next === undefined) throw refusal('account_state', `A case that is ${state} has no step ${step}; read it again.`);
  return next;
}

/** Makes a step, with the fields that change beside the state. The timer follows the state. */
export async function stepCase(
  ctx: MutationCtx,
  row: CaseRow,
  step: CaseStep,
  more: Partial<CaseRow> = {},
): Promise<void> {
  const state = stateAfterStep(row, step);
  await ctx.db.patch('moderationCases', row._id, { state, ...timerAfter(row, state), ...more });
}

/** An appeal has a time of its own; before a decision the time runs from the report. */
function timerAfter(row: CaseRow, state: CaseState): Partial<CaseRow> {
  if (state === 'appealed') {
    const dueAt = Date.now() + APPEAL_DUE_MS;
    return { dueAt, escalateAt: dueAt, overdue: undefined };
  }
  const isAwaited = (awaitingStates as readonly CaseState[]).includes(state);
  return isAwaited ? {} : { dueAt: undefined, escalateAt: undefined, overdue: undefined, assignee: row.assignee };
}

interface Reported {
  profileId: Id<'profiles'>;
  accountId: Id<'accounts'>;
  place: string;
  reason: ReportReason;
}

/** The case that a report of this place joins, after it has; a new one where there is none. */
export async function joinCase(ctx: MutationCtx, reported: Reported): Promise<CaseRow> {
  const { profileId, accountId, place, reason } = reported;
  const dueAt = Date.now() + reportReasons[reason].dueMs;
  const before = await caseAt(ctx, profileId, place);
  if (!before) {
    const purgeAt = Date.now() + trustRetention.moderationCases.periodMs;
    const made = { profileId, accountId, place, state: 'open' as const, reasons: [reason], reports: 1 };
    const id = await ctx.db.insert('moderationCases', { ...made, dueAt, escalateAt: dueAt, purgeAt });
    return (await ctx.db.get('moderationCases', id))!;
  }
  const sooner = before.overdue ? {} : soonest(before, dueAt);
  const reasons = before.reasons.includes(reason) ? before.reasons : [...before.reasons, reason];
  await stepCase(ctx, before, 'join', { reports: before.reports + 1, reasons, ...sooner });
  return before;
}

function soonest({ dueAt: before = Infinity }: CaseRow, dueAt: number): Partial<CaseRow> {
  return dueAt < before ? { dueAt, escalateAt: dueAt } : {};
}

async function caseAt(ctx: Ctx, profileId: Id<'profiles'>, place: string): Promise<CaseRow | null> {
  for (const state of joinedStates) {
    const row = await ctx.db
      .query('moderationCases')
      .withIndex('by_place', (range) => range.eq('profileId', profileId).eq('place', place).eq('state', state))
      .first();
    if (row) return row;
  }
  return null;
}

/** A page of the cases in a state, those that are due first, after the case with the id `after`. Empty if there is no such case. */
export async function casesIn(
  ctx: QueryCtx,
  state: CaseState,
  after: string | undefined,
): Promise<{ rows: CaseRow[]; next: string | null }> {
  const last = after === undefined ? null : await findCase(ctx, after);
  if (after !== undefined && !last) return { rows: [], next: null };
  const rows = last
    ? await dueAfter(ctx, state, last)
    : await ctx.db
        .query('moderationCases')
        .withIndex('by_due', (range) => range.eq('state', state))
        .take(QUEUE_PAGE);
  return { rows, next: rows.length === QUEUE_PAGE ? rows.at(-1)!._id : null };
}

/** Those that are due at the same time come in the order in which they were opened. */
async function dueAfter(ctx: QueryCtx, state: CaseState, { dueAt, _creationTime }: CaseRow): Promise<CaseRow[]> {
  const atOnce = await ctx.db
    .query('moderationCases')
    .withIndex('by_due', (range) => range.eq('state', state).eq('dueAt', dueAt).gt('_creationTime', _creationTime))
    .take(QUEUE_PAGE);
  const later = await ctx.db
    .query('moderationCases')
    .withIndex('by_due', (range) => range.eq('state', state).gt('dueAt', dueAt))
    .take(QUEUE_PAGE - atOnce.length);
  return [...atOnce, ...later];
}

/** At most `count` reports of a case, oldest first. */
export function reportsOf(ctx: Ctx, id: Id<'moderationCases'>, count: number = MAX_CASE_REPORTS) {
  return ctx.db
    .query('moderationReports')
    .withIndex('by_case', (range) => range.eq('case', id))
    .take(count);
}

/** At most `count` notes of a case, oldest first. */
export function notesOf(ctx: Ctx, id: Id<'moderationCases'>, count: number = MAX_CASE_NOTES) {
  return ctx.db
    .query('moderationNotes')
    .withIndex('by_case', (range) => range.eq('case', id))
    .take(count);
}

/** Adds a note; one without an author is a cue. Throws if the case is full. */
export async function addNote(
  ctx: MutationCtx,
  { _id }: Pick<CaseRow, '_id'>,
  text: string,
  author: Id<'accounts'> | undefined,
): Promise<void> {
  if ((await notesOf(ctx, _id)).length >= MAX_CASE_NOTES)
    throw refusal('too_large', `A case has ${MAX_CASE_NOTES} notes at most.`);
  await ctx.db.insert('moderationNotes', { case: _id, text, ...(author && { author }) });
}

/** Cases that one run of the clock takes. */
const BATCH = 50;

/** Marks cases whose time is over. True if there may be more. */
export async function escalateOverdue(ctx: MutationCtx): Promise<boolean> {
  const over = await ctx.db
    .query('moderationCases')
    .withIndex('by_escalation', (range) => range.gt('escalateAt', 0).lte('escalateAt', Date.now()))
    .take(BATCH);
  for (const { _id } of over)
    await ctx.db.patch('moderationCases', _id, { escalateAt: undefined, overdue: true, assignee: undefined });
  return over.length === BATCH;
}

/** Closes cases whose time for an appeal is over. The decision stays in force. True if there may be more. */
export async function lapseAppeals(ctx: MutationCtx): Promise<boolean> {
  const over = await ctx.db
    .query('moderationCases')
    .withIndex('by_appeal', (range) => range.gt('appealUntil', 0).lte('appealUntil', Date.now()))
    .take(BATCH);
  for (const row of over) await stepCase(ctx, row, 'lapse', { appealUntil: undefined });
  return over.length === BATCH;
}
