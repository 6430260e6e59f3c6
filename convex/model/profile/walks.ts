/**
 * How far the walks of reconciliation are. A walk goes on in a chain of scheduled functions, each with one page, and any later
 * chain takes it over where it stands.
 */
import type { DriftWalk } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

/** The first stages of a walk. The further ones are the tables that may hold rows of no profile. */
export const PROFILES = 'profiles';
export const FINDINGS = 'findings';

export function walkOf(ctx: QueryCtx | MutationCtx, walk: DriftWalk): Promise<Doc<'driftWalks'> | null> {
  return ctx.db
    .query('driftWalks')
    .withIndex('by_walk', (range) => range.eq('walk', walk))
    .unique();
}

/** Begins a chain, and a pass if none is under way. Returns the chain's number. Earlier chains of the walk end. */
export async function takeOver(ctx: MutationCtx, walk: DriftWalk): Promise<number> {
  const before = await walkOf(ctx, walk);
  const startedAt = before?.startedAt ?? Date.now();
  if (before) {
    await ctx.db.patch('driftWalks', before._id, { chain: before.chain + 1, startedAt });
    return before.chain + 1;
  }
  const counts = { pending: [], isLast: false, checked: 0, found: 0 };
  await ctx.db.insert('driftWalks', { walk, chain: 1, stage: PROFILES, cursor: null, startedAt, ...counts });
  return 1;
}

export type Progress = Pick<Doc<'driftWalks'>, 'stage' | 'cursor' | 'pending' | 'isLast' | 'checked' | 'found'>;

export async function noteProgress(ctx: MutationCtx, { _id }: Doc<'driftWalks'>, progress: Progress): Promise<void> {
  await ctx.db.patch('driftWalks', _id, progress);
}

/** Ends the pass. The next one begins at `cursor`. */
export async function finishPass(
  ctx: MutationCtx,
  { _id, startedAt }: Doc<'driftWalks'>,
  { checked, found, cursor }: Pick<Progress, 'checked' | 'found' | 'cursor'>,
): Promise<void> {
  const finishedAt = Date.now();
  const finished = { startedAt: startedAt ?? finishedAt, finishedAt, checked, found };
  const next = { stage: PROFILES, cursor, pending: [], isLast: false, startedAt: undefined, checked: 0, found: 0 };
  await ctx.db.patch('driftWalks', _id, { ...next, finished });
}
