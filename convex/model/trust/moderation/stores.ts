/** Moderation's stores of personal data: what people reported, and what was decided against them. */
import { v } from 'convex/values';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import { EXPORT_PAGE, type Store, exportedPage } from '../../contract/store.js';
import { type CaseRow, notesOf, reportsOf } from './cases.js';

const time = (at: number) => new Date(at).toISOString();

const moderationReports: Store = {
  table: 'moderationReports',
  about: 'Your reports of what others show: reason, words and the address that you gave.',
  shape: {
    lacks: 'all',
    has: { reason: v.string(), explanation: v.string(), contact: v.optional(v.string()), storedAt: v.string() },
  },
  async export(ctx, { account }, cursor) {
    const page = await ctx.db
      .query('moderationReports')
      .withIndex('by_reporter', (range) => range.eq('reporter', account._id))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, ({ reason, explanation, contact, _creationTime }) => ({
      ...{ reason, explanation, storedAt: time(_creationTime) },
      ...(contact !== undefined && { contact }),
    }));
  },
  // Reports by others about the person go with the person's cases.
  async erase(ctx, { account }, count) {
    const rows = await ctx.db
      .query('moderationReports')
      .withIndex('by_reporter', (range) => range.eq('reporter', account._id))
      .take(count);
    for (const { _id } of rows) await ctx.db.delete('moderationReports', _id);
    return rows.length;
  },
};

const moderationNotes: Store = {
  table: 'moderationNotes',
  about: 'Notes that you wrote as a moderator.',
  shape: { lacks: 'all', has: { text: v.string(), storedAt: v.string() } },
  async export(ctx, { account }, cursor) {
    const page = await ctx.db
      .query('moderationNotes')
      .withIndex('by_author', (range) => range.eq('author', account._id))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, ({ text, _creationTime }) => ({ text, storedAt: time(_creationTime) }));
  },
  async erase(ctx, { account }, count) {
    const rows = await ctx.db
      .query('moderationNotes')
      .withIndex('by_author', (range) => range.eq('author', account._id))
      .take(count);
    for (const { _id } of rows) await ctx.db.delete('moderationNotes', _id);
    return rows.length;
  },
};

/** An exported case names neither those who reported nor those who decided. */
function exportedCase({ place, state, reasons, decision, appeal, _creationTime }: CaseRow) {
  return {
    ...{ place, state, reasons, openedAt: time(_creationTime) },
    ...(decision && { decision: decision.explanation, decidedAt: time(decision.at), measure: decision.measure }),
    ...(appeal && { appeal: appeal.text }),
  };
}

const moderationCases: Store = {
  table: 'moderationCases',
  about: 'Decisions of moderators on what you show, and your appeals.',
  shape: {
    lacks: 'all',
    has: {
      place: v.string(),
      state: v.string(),
      reasons: v.array(v.string()),
      openedAt: v.string(),
      decision: v.optional(v.string()),
      decidedAt: v.optional(v.string()),
      measure: v.optional(v.string()),
      appeal: v.optional(v.string()),
    },
  },
  async export(ctx, { account }, cursor) {
    const page = await ctx.db
      .query('moderationCases')
      // Cases without a decision are not told: that would warn those who are reported.
      .withIndex('by_account', (range) => range.eq('accountId', account._id).gt('decision.at', 0))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, exportedCase);
  },
  async erase(ctx, { account: { _id } }, count) {
    let erased = 0;
    while (erased < count) {
      const row = await ctx.db
        .query('moderationCases')
        .withIndex('by_account', (range) => range.eq('accountId', _id))
        .first();
      if (!row) return erased + (await forgetModerator(ctx, _id, count - erased));
      erased += await emptyCase(ctx, row, count - erased);
    }
    return erased;
  },
};

/**
 * Leaves codes and times for the transparency report, and nothing that names the owner or repeats anybody's words. At most
 * `count` documents at once: reports and notes go first.
 */
async function emptyCase(ctx: MutationCtx, row: CaseRow, count: number): Promise<number> {
  const reports = await reportsOf(ctx, row._id, count);
  for (const { _id } of reports) await ctx.db.delete('moderationReports', _id);
  const notes = await notesOf(ctx, row._id, count - reports.length);
  for (const { _id } of notes) await ctx.db.delete('moderationNotes', _id);
  const said = reports.length + notes.length;
  if (said === count) return said;
  const { _id, place, decision, appeal } = row;
  await ctx.db.patch('moderationCases', _id, {
    ...{ accountId: undefined, profileId: undefined, deletion: undefined, assignee: undefined, state: 'closed' },
    ...{ dueAt: undefined, escalateAt: undefined, overdue: undefined, appealUntil: undefined },
    place: sectionOf(place),
    ...(decision && { decision: emptied(decision) }),
    ...(appeal && { appeal: { ...appeal, text: '', ...(appeal.explanation !== undefined && { explanation: '' }) } }),
  });
  return said + 1;
}

function emptied({ by, ...decision }: NonNullable<CaseRow['decision']>): NonNullable<CaseRow['decision']> {
  return { ...decision, place: sectionOf(decision.place), explanation: '', rule: '', inForce: false };
}

/** Without the id of an item. */
function sectionOf(place: string): string {
  return place.split('/', 1)[0]!;
}

/** Takes a moderator who is erased out of at most `count` cases of others. */
async function forgetModerator(ctx: MutationCtx, by: Id<'accounts'>, count: number): Promise<number> {
  const cases = () => ctx.db.query('moderationCases');
  const named = [
    await cases()
      .withIndex('by_assignee', (range) => range.eq('assignee', by))
      .take(count),
    await cases()
      .withIndex('by_decider', (range) => range.eq('decision.by', by))
      .take(count),
    await cases()
      .withIndex('by_asker', (range) => range.eq('deletion.by', by))
      .take(count),
  ].flat();
  const rows = [...new Map(named.map((row) => [row._id, row])).values()].slice(0, count);
  for (const { _id, assignee, decision, deletion } of rows) {
    await ctx.db.patch('moderationCases', _id, {
      ...(assignee === by && { assignee: undefined }),
      ...(decision?.by === by && { decision: withoutDecider(decision) }),
      ...(deletion?.by === by && { deletion: undefined }),
    });
  }
  return rows.length;
}

function withoutDecider({ by, ...decision }: NonNullable<CaseRow['decision']>): NonNullable<CaseRow['decision']> {
  return decision;
}

export const moderationStores: readonly Store[] = [moderationReports, moderationNotes, moderationCases];
