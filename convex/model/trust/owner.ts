/** The profile to which rows of the trust domain belong. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { findGoverning } from '../profile/rows.js';

export type Owner = Pick<Doc<'profiles'>, '_id' | 'accountId' | 'handle'>;

/** The profile of a row's account; null where there is no profile any more. */
export async function ownerOf(
  ctx: MutationCtx,
  { accountId }: { readonly accountId: Id<'accounts'> },
): Promise<Owner | null> {
  const account = await ctx.db.get('accounts', accountId);
  const source = account?.handle === undefined ? null : await findGoverning(ctx, account.handle);
  return source && { _id: source.profileId, accountId, handle: source.handle };
}
