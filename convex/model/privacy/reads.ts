/** Reads of a read model, by whom asks: the one place where it is decided which view a caller gets without a lease. */
import type { SharedAudience, ViewerFacts } from '@gigsy/schema';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { type Member, type Principal, isMember } from '../contract/principal.js';
import { grantsNaming } from './grants.js';
import { readsByLease } from './leaseRollout.js';
import type { ReadModel, ViewSubject } from './readModel.js';
import { findView, projected } from './views.js';

/**
 * The part of what is under `handle` that `principal` may see without a lease; null if they may see nothing. Members
 * see their own whole, and of others what the public sees; those who need no leases yet see what they would open.
 * A viewer sees their own, and those that their session was opened for, as members may. A viewer never sees the
 * whole of their own, since the partner's page can read it.
 */
export async function viewFor<Subject extends ViewSubject, Body>(
  ctx: QueryCtx,
  model: ReadModel<Subject, Body>,
  principal: Principal,
  handle: string,
): Promise<Body | null> {
  const shared = async (audience: SharedAudience) => (await findView(ctx, model, handle, audience))?.body ?? null;
  if (isMember(principal)) {
    if (principal.account.handle === handle) return viewOf(ctx, model, handle, { audience: 'owner', grants: [] });
    if (await readsByLease(ctx, principal)) return shared('public');
  }
  const grants = await grantsNaming(ctx, principal, handle);
  if (grants.length > 0)
    return viewOf(ctx, model, handle, { audience: isMember(principal) ? 'platform' : 'public', grants });
  const asMember = isMember(principal) || (principal.kind === 'viewer' && principal.shown.includes(handle));
  return shared(asMember ? 'platform' : 'public');
}

/**
 * The view of a member and that of the public, for a lease; null where the member sees nothing. Those whom the owner has named see
 * what is restricted too. The ranges that are read follow from the member and the handle alone.
 */
export async function sharedViews<Subject extends ViewSubject, Body extends { handle: string }>(
  ctx: QueryCtx | MutationCtx,
  model: ReadModel<Subject, Body>,
  principal: Member,
  handle: string,
): Promise<{ callers: Body; everybody: Body | null } | null> {
  const grants = await grantsNaming(ctx, principal, handle);
  // Made of the rows for the named, since no stored view holds what is restricted.
  const callers =
    grants.length > 0
      ? await viewOf(ctx, model, handle, { audience: 'platform', grants })
      : ((await findView(ctx, model, handle, 'platform'))?.body ?? null);
  if (!callers) return null;
  const everybody = await findView(ctx, model, callers.handle, 'public');
  return { callers, everybody: everybody?.body ?? null };
}

/** The view of one viewer, made of the rows. */
export async function viewOf<Subject extends ViewSubject, Body>(
  ctx: QueryCtx | MutationCtx,
  model: ReadModel<Subject, Body>,
  handle: string,
  viewer: ViewerFacts,
): Promise<Body | null> {
  const subject = await model.load(ctx, handle);
  return subject && projected(model, subject, viewer);
}
