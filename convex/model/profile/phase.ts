/** The phase of the cutover in which a person's profile is read and written. One document: the flag `profile.reads`. */
import { READS_FLAG, type ReadCohort, type ReadPhase, type Role, placeIn } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { findFlag } from '../operations/flags.js';

/** The facts about a person by which they belong to a cohort. */
export interface Placed {
  accountId: Id<'accounts'>;
  role: Role;
}

export async function placeOf(
  ctx: QueryCtx | MutationCtx,
  person: Placed,
): Promise<{ cohort: ReadCohort; phase: ReadPhase }> {
  return placeIn(await findFlag(ctx, READS_FLAG), person);
}

/** True in the phases in which the snapshot serves the readers. */
export function servesSnapshot(phase: ReadPhase): boolean {
  return phase === 'dual-write' || phase === 'shadow-read';
}
