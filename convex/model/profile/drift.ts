/**
 * Findings of drift: opened when reconciliation sees a difference between the copies of a profile, closed when it no longer
 * does. This module alone writes `driftFindings`.
 */
import type { DriftPlace } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

/** One copy of a profile that differs, with the names of the parts that do. */
export interface Difference {
  where: DriftPlace;
  sections: readonly string[];
}

/** Number of open findings, counted up to `limit`. 0 means that no copy of any profile is known to differ. */
export async function openDrift(ctx: QueryCtx | MutationCtx, limit: number): Promise<number> {
  const open = await ctx.db
    .query('driftFindings')
    .withIndex('by_state', (range) => range.eq('repairedAt', undefined))
    .take(limit);
  return open.length;
}

/** The open findings about one profile: at most one for each place. */
export function openFindings(ctx: QueryCtx | MutationCtx, profileId: Id<'profiles'>): Promise<Doc<'driftFindings'>[]> {
  return ctx.db
    .query('driftFindings')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId).eq('repairedAt', undefined))
    .take(10);
}

/**
 * Makes the open findings about a profile those that reconciliation saw just now. Returns the places whose findings were
 * opened and those whose were closed.
 */
export async function settleFindings(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  differences: readonly Difference[],
): Promise<{ opened: DriftPlace[]; closed: DriftPlace[] }> {
  const now = Date.now();
  const open = new Map((await openFindings(ctx, profileId)).map((finding) => [finding.where, finding]));
  const opened: DriftPlace[] = [];
  for (const { where, sections } of differences) {
    const finding = open.get(where);
    open.delete(where);
    if (!finding) {
      await ctx.db.insert('driftFindings', { profileId, where, sections: [...sections], foundAt: now });
      opened.push(where);
    } else if (finding.sections.join() !== sections.join()) {
      await ctx.db.patch('driftFindings', finding._id, { sections: [...sections] });
    }
  }
  for (const { _id } of open.values()) await ctx.db.patch('driftFindings', _id, { repairedAt: now });
  return { opened, closed: [...open.keys()] };
}
