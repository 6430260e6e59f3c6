/**
 * Shadow reads: while a cohort is in `shadow-read`, its profiles are read from the snapshot and from the rows, and a profile of
 * which the two differ is recorded, by names of parts.
 */
import { type OwnProfile, type ReadCohort, canonicalJson } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { placeOf } from './phase.js';
import { findProfileById, profileOfRows, profileOfSnapshot } from './rows.js';

/** Recorded differences of a cohort, at most `limit`. */
export function differencesOf(
  ctx: QueryCtx | MutationCtx,
  cohort: ReadCohort,
  limit: number,
): Promise<Doc<'readDifferences'>[]> {
  return ctx.db
    .query('readDifferences')
    .withIndex('by_cohort', (range) => range.eq('cohort', cohort))
    .take(limit);
}

/**
 * Compares the two reads of a profile, and makes the record of it true: at most 545 documents. A profile that is gone or
 * that is not being shadowed has no record.
 */
export async function compareReads(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<void> {
  const row = await findProfileById(ctx, profileId);
  const place = row && (await placeOf(ctx, row));
  const parts = row && place?.phase === 'shadow-read' ? await differingParts(ctx, row) : [];
  const before = await ctx.db
    .query('readDifferences')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .unique();
  if (!place || parts.length === 0) {
    if (before) await ctx.db.delete('readDifferences', before._id);
    return;
  }
  const { cohort } = place;
  if (!before) await ctx.db.insert('readDifferences', { profileId, cohort, parts, foundAt: Date.now() });
  else if (before.cohort !== cohort || canonicalJson(before.parts) !== canonicalJson(parts))
    await ctx.db.patch('readDifferences', before._id, { cohort, parts });
}

async function differingParts(ctx: MutationCtx, row: Doc<'profiles'>): Promise<string[]> {
  const snapshot = await profileOfSnapshot(ctx, row);
  if (!snapshot) return ['snapshot'];
  const [one, other] = [partsOf(snapshot), partsOf(await profileOfRows(ctx, row))];
  return Object.keys({ ...one, ...other }).filter((part) => one[part] !== other[part]);
}

/** Each part of a profile as text. */
function partsOf({ sections, ...rest }: OwnProfile): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...sections, ...rest }).map(([name, part]) => [name, canonicalJson(part)]),
  );
}
