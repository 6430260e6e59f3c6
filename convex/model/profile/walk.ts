/**
 * The walk of a phase through all profiles, in pages: in `shadow-read` it compares the two reads of each profile of the
 * cohort, in `retired` it takes the snapshots away. A row keeps the progress.
 */
import { type ReadCohort, type ReadPhase, READS_FLAG, phasesIn, readCohorts } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { findFlag } from '../operations/flags.js';
import { placeOf } from './phase.js';
import { findProfileRow, handlesAfter } from './rows.js';
import { compareReads, differencesOf } from './shadow.js';
import { removeSnapshot } from './writeSnapshot.js';

/** Profiles of one page. Each weighs at most 256 KiB twice, in 546 documents; 16 MiB and 32,000 may be read. */
const PAGE = 15;

export function hasWalk(phase: ReadPhase): boolean {
  return phase === 'shadow-read' || phase === 'retired';
}

export function cutoverRow(ctx: QueryCtx | MutationCtx, cohort: ReadCohort): Promise<Doc<'readCutovers'> | null> {
  return ctx.db
    .query('readCutovers')
    .withIndex('by_cohort', (range) => range.eq('cohort', cohort))
    .unique();
}

/** Records that a cohort has come to a phase, and begins the walk of the phase if it has one. */
export async function beginPhase(ctx: MutationCtx, cohort: ReadCohort, phase: ReadPhase): Promise<void> {
  const before = await cutoverRow(ctx, cohort);
  const round = (before?.walk.round ?? 0) + 1;
  const begun = { since: Date.now(), walk: { round, reached: '', profiles: 0, complete: false } };
  if (before) await ctx.db.patch('readCutovers', before._id, begun);
  else await ctx.db.insert('readCutovers', { cohort, ...begun });
  if (hasWalk(phase)) await walkSoon(ctx, cohort, round);
}

/** Begins another round of comparison for each cohort whose reads are shadowed and whose last round has ended. */
export async function compareAgain(ctx: MutationCtx): Promise<void> {
  const phases = phasesIn(await findFlag(ctx, READS_FLAG));
  for (const cohort of readCohorts.filter((each) => phases[each] === 'shadow-read')) {
    const row = await cutoverRow(ctx, cohort);
    if (row?.walk.reached !== null) continue;
    const { round, complete } = row.walk;
    await ctx.db.patch('readCutovers', row._id, { walk: { round: round + 1, reached: '', profiles: 0, complete } });
    await walkSoon(ctx, cohort, round + 1);
  }
}

/** Goes through one page. A round that another has taken over from ends here. */
export async function walkPage(ctx: MutationCtx, cohort: ReadCohort, round: number): Promise<void> {
  const row = await cutoverRow(ctx, cohort);
  const phase = phasesIn(await findFlag(ctx, READS_FLAG))[cohort];
  if (row?.walk.round !== round || row.walk.reached === null || !hasWalk(phase)) return;
  const handles = await handlesAfter(ctx, row.walk.reached, PAGE);
  let { profiles } = row.walk;
  for (const handle of handles) if (await visit(ctx, cohort, phase, handle)) profiles += 1;
  const more = handles.length === PAGE;
  if (!more && phase === 'shadow-read') await settleRecords(ctx, cohort);
  await ctx.db.patch('readCutovers', row._id, {
    walk: { round, reached: more ? handles.at(-1)! : null, profiles, complete: row.walk.complete || !more },
  });
  if (more) await walkSoon(ctx, cohort, round);
}

/** True if the profile is one of the cohort. */
async function visit(ctx: MutationCtx, cohort: ReadCohort, phase: ReadPhase, handle: string): Promise<boolean> {
  const row = (await findProfileRow(ctx, handle))!;
  if ((await placeOf(ctx, row)).cohort !== cohort) return false;
  if (phase === 'retired') await removeSnapshot(ctx, row);
  else await compareReads(ctx, row._id);
  return true;
}

/** Records of profiles that are gone, or that have come to another cohort, would stand against a step for ever. */
async function settleRecords(ctx: MutationCtx, cohort: ReadCohort): Promise<void> {
  for (const { profileId } of await differencesOf(ctx, cohort, PAGE)) await compareReads(ctx, profileId);
}

async function walkSoon(ctx: MutationCtx, cohort: ReadCohort, round: number): Promise<void> {
  await ctx.scheduler.runAfter(0, internal.profile.cutover.walk, { cohort, round });
}
