/** Cases for moderators, and statements for owners. Moderators are `you` or `other`; owners are told of neither. */
import type { CaseDetail, CaseSummary, Statement } from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { type CaseRow, notesOf, reportsOf } from './cases.js';

type Ctx = QueryCtx | MutationCtx;

export async function summaryOf(ctx: Ctx, row: CaseRow, reader: Id<'accounts'>): Promise<CaseSummary> {
  const { _id, _creationTime, accountId, place, state, reasons, reports, dueAt = null, overdue = false } = row;
  const handle = (accountId && (await ctx.db.get('accounts', accountId))?.handle) ?? null;
  const assignee = row.assignee === undefined ? null : whoIs(row.assignee, reader);
  return { case: _id, handle, place, state, reasons, reports, openedAt: _creationTime, dueAt, overdue, assignee };
}

export async function detailOf(ctx: Ctx, row: CaseRow, reader: Id<'accounts'>): Promise<CaseDetail> {
  const [reports, notes] = [await reportsOf(ctx, row._id), await notesOf(ctx, row._id)];
  const { decision, appeal = null, deletion } = row;
  return {
    ...(await summaryOf(ctx, row, reader)),
    received: reports.map(({ reason, explanation, contact, reporter, _creationTime: at }) => ({
      ...{ reason, explanation, at, signedIn: reporter !== undefined },
      ...(contact !== undefined && { contact }),
    })),
    notes: notes.map(({ text, author, _creationTime: at }) => {
      return { text, at, by: author === undefined ? 'rules' : whoIs(author, reader) };
    }),
    decision: decision ? { ...decidedOf(decision), by: whoIs(decision.by, reader) } : null,
    appeal,
    deletion: deletion ? { ...deletion, by: whoIs(deletion.by, reader) } : null,
  };
}

/** A case with a decision, for its owner. */
export function statementOf({ _id, decision, appeal, appealUntil }: CaseRow): Statement {
  return {
    ...{ case: _id, place: decision!.place, ...decidedOf(decision!), automated: false },
    ...{ appealUntil: appealUntil ?? null, appeal: appeal ?? null },
  };
}

function decidedOf({ by, place, ...decision }: NonNullable<CaseRow['decision']>) {
  return decision;
}

function whoIs(account: Id<'accounts'> | undefined, reader: Id<'accounts'>): 'you' | 'other' {
  return account === reader ? 'you' : 'other';
}
