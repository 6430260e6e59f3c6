/** Findings of drift between the copies of a profile. */
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

/** Number of open findings, counted up to `limit`. 0 means that no copy of any profile is known to differ. */
export async function openDrift(ctx: QueryCtx | MutationCtx, limit: number): Promise<number> {
  const open = await ctx.db
    .query('driftFindings')
    .withIndex('by_state', (range) => range.eq('repairedAt', undefined))
    .take(limit);
  return open.length;
}
