/** The source of badges: active evidence, by the id of the evidence. */
import { type Claim, badgeClaim } from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { findEvidence } from '../evidence.js';

export async function badgeOf(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  id: string,
): Promise<Claim | null> {
  const evidence = await findEvidence(ctx, accountId, id);
  return evidence && badgeClaim(evidence);
}
