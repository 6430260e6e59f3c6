/** Reports and cases whose time is over. A legal hold on the owner keeps them. */
import { trustRetention } from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import { isHeld } from '../../privacy/holds.js';
import { type CaseRow, notesOf, reportsOf } from './cases.js';

/** Cases that one transaction looks at: each may have hundreds of reports and notes. */
const CASES = 10;
const REPORTS = 200;
/** Time after which a case that has to stay is looked at again, in milliseconds. */
const LATER_MS = 30 * 24 * 60 * 60 * 1000;

/** Deletes a batch of the reports that are over, oldest first. Those of a case that is held stay as long as the case. */
export async function purgeReports(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const before = Date.now() - trustRetention.moderationReports.periodMs;
  const over = await ctx.db
    .query('moderationReports')
    .withIndex('by_creation_time', (range) => range.lt('_creationTime', before))
    .take(REPORTS);
  const held = new Set<Id<'moderationCases'>>();
  for (const id of new Set(over.map((row) => row.case))) {
    const owner = (await ctx.db.get('moderationCases', id))?.accountId;
    if (owner && (await isHeld(ctx, owner))) held.add(id);
  }
  const free = over.filter((row) => !held.has(row.case));
  for (const { _id } of free) await ctx.db.delete('moderationReports', _id);
  return { count: free.length, more: over.length === REPORTS && free.length > 0 };
}

/** Deletes a batch of the cases that are over. One whose decision is in force, or whose owner is held, stays for now. */
export async function purgeCases(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const over = await ctx.db
    .query('moderationCases')
    .withIndex('by_purge', (range) => range.lte('purgeAt', Date.now()))
    .take(CASES);
  let count = 0;
  for (const row of over) {
    if (row.decision?.inForce || (row.accountId && (await isHeld(ctx, row.accountId))))
      await ctx.db.patch('moderationCases', row._id, { purgeAt: Date.now() + LATER_MS });
    else count += await removeCase(ctx, row);
  }
  return { count, more: over.length === CASES };
}

/** Returns the number of documents. */
async function removeCase(ctx: MutationCtx, { _id }: CaseRow): Promise<number> {
  const [reports, notes] = [await reportsOf(ctx, _id), await notesOf(ctx, _id)];
  for (const report of reports) await ctx.db.delete('moderationReports', report._id);
  for (const note of notes) await ctx.db.delete('moderationNotes', note._id);
  await ctx.db.delete('moderationCases', _id);
  return 1 + reports.length + notes.length;
}
