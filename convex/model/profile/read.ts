/** The reads of profiles: views for the public and members, the whole for its owner. */
import { type ProfileView, type SharedAudience, projectProfile } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { type Principal, isMember } from '../contract/principal.js';
import { loadProfile } from './rows.js';

/** The stored view: one document, or none. */
export function findView(ctx: QueryCtx | MutationCtx, handle: string, audience: SharedAudience): Promise<Doc<'profileViews'> | null> {
  return ctx.db.query('profileViews')
    .withIndex('by_handle_audience', (range) => range.eq('handle', handle).eq('audience', audience)).unique();
}

/**
 * What `principal` may see under `handle`; null where there is nothing for them. A viewer sees what other members see,
 * their own profile too: the partner's page reads along.
 */
export async function viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<ProfileView | null> {
  if (isMember(principal) && principal.account.handle === handle) {
    const stored = await loadProfile(ctx, handle);
    return stored && projectProfile(stored.profile, 'owner');
  }
  const view = await findView(ctx, handle, isMember(principal) || principal.kind === 'viewer' ? 'platform' : 'public');
  return view && view.body;
}
