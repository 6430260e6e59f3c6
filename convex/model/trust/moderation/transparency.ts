/** Counts for a transparency report. */
import type { Transparency } from '@gigsy/schema';
import type { QueryCtx } from '../../../_generated/server.js';
import type { CaseRow } from './cases.js';

/** Cases that one answer counts: a case weighs 12 KiB at most, and 16 MiB may be read. */
const COUNTED = 1_000;

/** Cases that were opened from `from` until before `to`. */
export async function transparency(ctx: QueryCtx, { from, to }: { from: number; to: number }): Promise<Transparency> {
  const rows = await ctx.db
    .query('moderationCases')
    .withIndex('by_creation_time', (range) => range.gte('_creationTime', from).lt('_creationTime', to))
    .take(COUNTED);
  const decided = rows.flatMap(({ decision, _creationTime }) =>
    decision ? [Math.round(decision.at - _creationTime)] : [],
  );
  return {
    cases: rows.length,
    reports: rows.reduce((sum, { reports }) => sum + reports, 0),
    byReason: counted(rows.flatMap(({ reasons }) => reasons)),
    byOutcome: counted(rows.map(outcomeOf)),
    appeals: rows.filter(({ appeal }) => appeal).length,
    overturned: rows.filter(({ appeal }) => appeal?.outcome === 'overturned').length,
    medianMs: median(decided),
    partial: rows.length === COUNTED,
  };
}

function outcomeOf({ state, decision }: CaseRow): string {
  return decision?.measure ?? (state === 'dismissed' ? state : 'pending');
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Of an even number the mean of the two in the middle; null of none. */
function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}
