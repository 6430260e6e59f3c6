/** The reads of profiles for leases: the profile behind a view, and the handles that members may know. */
import type { ProfileView } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { findView } from './read.js';
import { findProfileRow } from './rows.js';

/** The profile behind a view. */
export async function profileOf(
  ctx: MutationCtx,
  { handle }: ProfileView,
): Promise<Pick<Doc<'profiles'>, '_id' | 'accountId'>> {
  return (await findProfileRow(ctx, handle))!;
}

/** Gives the handle of an account whose profile members may see; null for any other. Reads each account once. */
export function namesForMembers(ctx: QueryCtx): (account: Id<'accounts'>) => Promise<string | null> {
  const known = new Map<Id<'accounts'>, Promise<string | null>>();
  const read = async (account: Id<'accounts'>) => {
    const handle = (await ctx.db.get('accounts', account))?.handle;
    if (handle === undefined) return null;
    return (await findView(ctx, handle, 'platform'))?.body.handle ?? null;
  };
  return (account) => {
    const name = known.get(account) ?? read(account);
    known.set(account, name);
    return name;
  };
}
