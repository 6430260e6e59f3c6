/**
 * The cutover of profile reads from the snapshot to the rows, cohort by cohort: the proof that a step needs, the step, and
 * the state of all cohorts. walk.ts beside this goes through the profiles of a phase.
 */
import {
  type CohortStatus,
  type CutoverObstacle,
  type CutoverStatus,
  READS_FLAG,
  type ReadCohort,
  type ReadPhase,
  phaseAfter,
  phaseBefore,
  phasesIn,
  readCohorts,
  readPhases,
  readsFlag,
} from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { findFlag, putFlag } from '../operations/flags.js';
import { openDrift } from './drift.js';
import { differencesOf } from './shadow.js';
import { beginPhase, cutoverRow, hasWalk } from './walk.js';

/** Findings and differences are counted up to this number. */
const COUNTED = 100;

/** At most 610 documents: counts are bounded. */
export async function cutoverStatus(ctx: QueryCtx): Promise<CutoverStatus> {
  const phases = phasesIn(await findFlag(ctx, READS_FLAG));
  const drift = await openDrift(ctx, COUNTED + 1);
  const cohorts: CohortStatus[] = [];
  for (const cohort of readCohorts) cohorts.push(await cohortStatus(ctx, cohort, phases[cohort], drift));
  return { drift: counted(drift), cohorts };
}

async function cohortStatus(ctx: QueryCtx, cohort: ReadCohort, phase: ReadPhase, drift: number): Promise<CohortStatus> {
  const row = await cutoverRow(ctx, cohort);
  const differing = phase === 'shadow-read' ? await differencesOf(ctx, cohort, COUNTED + 1) : [];
  const parts = new Map<string, number>();
  for (const { parts: names } of differing.slice(0, COUNTED))
    for (const name of names) parts.set(name, (parts.get(name) ?? 0) + 1);
  const to = phaseAfter(phase);
  return {
    cohort,
    phase,
    since: row?.since ?? null,
    walked: row && hasWalk(phase) ? { profiles: row.walk.profiles, complete: row.walk.complete } : null,
    differences: {
      ...counted(differing.length),
      parts: [...parts].map(([name, profiles]) => ({ name, profiles })),
    },
    forward: to ? { to, obstacles: obstacles(phase, { drift, differing, complete: !!row?.walk.complete }) } : null,
    back: phaseBefore(phase) ?? null,
  };
}

function counted(found: number) {
  return { count: Math.min(found, COUNTED), more: found > COUNTED };
}

/** The obstacles to the step forward from `phase`. */
function obstacles(
  phase: ReadPhase,
  { drift, differing, complete }: { drift: number; differing: readonly unknown[]; complete: boolean },
): CutoverObstacle[] {
  const shadowed = phase === 'shadow-read';
  return [
    ...(drift > 0 ? (['drift'] as const) : []),
    ...(shadowed && differing.length > 0 ? (['differences'] as const) : []),
    ...(shadowed && !complete ? (['comparison'] as const) : []),
  ];
}

/**
 * Moves a cohort. Returns the flag that changed; null if the cohort is in that phase already. Throws a conflict if the cohort
 * is not where the caller saw it, and `not_ready` while something stands against a step forward.
 */
export async function moveCohort(
  ctx: MutationCtx,
  { cohort, to, expected }: { cohort: ReadCohort; to: ReadPhase; expected: ReadPhase },
): Promise<Id<'flags'> | null> {
  const flag = await findFlag(ctx, READS_FLAG);
  const phases = phasesIn(flag);
  const phase = phases[cohort];
  if (phase !== expected) {
    throw refusal('version_conflict', `Moved meanwhile: the cohort ${cohort}. Read again and retry.`, {
      fields: [{ path: 'expected', code: 'stale', message: `is ${phase}` }],
    });
  }
  if (to === phase) return null;
  checkStep(phase, to);
  if (to === phaseAfter(phase)) await checkProof(ctx, cohort, phase);
  const { id } = await putFlag(ctx, flag, readsFlag({ ...phases, [cohort]: to }));
  await beginPhase(ctx, cohort, to);
  return id;
}

function checkStep(phase: ReadPhase, to: ReadPhase): void {
  const steps = readPhases.indexOf(to) - readPhases.indexOf(phase);
  if (phase !== 'retired' && steps <= 1) return;
  const message = phase === 'retired' ? 'cannot follow retired' : `must be ${phaseAfter(phase)} or an earlier phase`;
  throw refusal('invalid_argument', 'Refused: check to.', { fields: [{ path: 'to', code: 'not_an_option', message }] });
}

const REASONS: Record<CutoverObstacle, string> = {
  drift: 'findings of drift are open: repair them first',
  differences: 'reads of snapshot and rows differ for profiles of this cohort',
  comparison: 'not every profile of this cohort has been compared yet',
};

async function checkProof(ctx: MutationCtx, cohort: ReadCohort, phase: ReadPhase): Promise<void> {
  const found = obstacles(phase, {
    drift: await openDrift(ctx, 1),
    differing: await differencesOf(ctx, cohort, 1),
    complete: !!(await cutoverRow(ctx, cohort))?.walk.complete,
  });
  if (found.length === 0) return;
  throw refusal(
    'not_ready',
    `The cohort ${cohort} cannot go on yet: ${found.map((each) => REASONS[each]).join('; ')}.`,
    {
      fields: found.map((each) => ({ path: each, code: 'invalid', message: REASONS[each] })),
    },
  );
}
