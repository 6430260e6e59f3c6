/** Reads of a read model, by whom asks: the one place where it is decided which view a caller gets without a lease. */
import type { SharedAudience, ViewerFacts } from '@gigsy/schema';
import type { QueryCtx } from '../../_generated/server.js';
import { type Principal, isMember } from '../contract/principal.js';
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

/** The view of one viewer, made of the rows. */
export async function viewOf<Subject extends ViewSubject, Body>(
  ctx: QueryCtx,
  model: ReadModel<Subject, Body>,
  handle: string,
  viewer: ViewerFacts,
): Promise<Body | null> {
  const subject = await model.load(ctx, handle);
  return subject && projected(model, subject, viewer);
}
