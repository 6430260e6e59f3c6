/** The reads of profiles for leases: the views of a handle, and the handles that members may know. */
import type { ProfileView, ViewerFacts } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Member } from '../contract/principal.js';
import { grantsNaming } from '../privacy/grants.js';
import { projected } from '../privacy/views.js';
import { findView } from './read.js';
import { findProfileRow } from './rows.js';
import { profileSource } from './source.js';
import { profileViews } from './views.js';

/**
 * The view of the caller and that of the public; null where the caller sees nothing. Those whom the owner has named see what is
 * restricted too. The ranges that are read follow from the caller and the handle alone.
 */
export async function sharedViews(
  ctx: QueryCtx | MutationCtx,
  principal: Member,
  handle: string,
): Promise<{ callers: ProfileView; everybody: ProfileView | null } | null> {
  const grants = await grantsNaming(ctx, principal, handle);
  const callers =
    grants.length > 0
      ? await namedView(ctx, handle, { audience: 'platform', grants })
      : ((await findView(ctx, handle, 'platform'))?.body ?? null);
  if (!callers) return null;
  const everybody = await findView(ctx, callers.handle, 'public');
  return { callers, everybody: everybody?.body ?? null };
}

/** Made of the rows, since no stored view holds what is restricted. */
async function namedView(
  ctx: QueryCtx | MutationCtx,
  handle: string,
  viewer: ViewerFacts,
): Promise<ProfileView | null> {
  const stored = await profileSource(ctx, handle);
  return stored && projected(profileViews, stored, viewer);
}

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
