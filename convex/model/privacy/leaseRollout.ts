/** The readers who need leases. One document: the flag `privacy.leases`, which tells nothing of the one who is read. */
import { LEASES_FLAG, type ReadCohort, leasesFlag, leasesIn, needsLease } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Member } from '../contract/principal.js';
import { findFlag, putFlag } from '../operations/flags.js';

/** True where the member reads of others what the public sees, unless they open a lease. */
export async function readsByLease(ctx: QueryCtx, { account: { _id: account, role } }: Member): Promise<boolean> {
  return needsLease(await findFlag(ctx, LEASES_FLAG), { account, role });
}

/** Asks a cohort of readers for leases, or no longer. Returns the flag; null if that was so already. */
export async function putCohort(ctx: MutationCtx, cohort: ReadCohort, required: boolean): Promise<Id<'flags'> | null> {
  const flag = await findFlag(ctx, LEASES_FLAG);
  const before = leasesIn(flag);
  if (before[cohort] === required) return null;
  const { id } = await putFlag(ctx, flag, leasesFlag({ ...before, [cohort]: required }));
  return id;
}
