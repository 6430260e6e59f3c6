/** Accounts by the person whom the identity provider vouches for. */
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

export function findAccount(ctx: QueryCtx | MutationCtx, subject: string): Promise<Doc<'accounts'> | null> {
  return ctx.db
    .query('accounts')
    .withIndex('by_identity', (range) => range.eq('provider', 'clerk').eq('subject', subject))
    .unique();
}
