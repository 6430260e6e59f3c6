/** The reads of profiles: views for the public and members, the whole for its owner. */
import { type ProfileView, type SharedAudience, projectProfile } from '@gigsy/schema';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOf } from '../contract/hash.js';
import { type Principal, isMember } from '../contract/principal.js';
import { policyHash } from './policy.js';
import { loadProfile } from './rows.js';

export interface View {
  body: ProfileView;
  etag: string;
}

/**
 * What an audience sees: one document, or none. A view made under another policy is not served: until it is written anew,
 * the rows are projected.
 */
export async function findView(ctx: QueryCtx | MutationCtx, handle: string, audience: SharedAudience): Promise<View | null> {
  const view = await ctx.db.query('profileViews')
    .withIndex('by_handle_audience', (range) => range.eq('handle', handle).eq('audience', audience)).unique();
  if (!view || view.policy === await policyHash()) return view;
  const stored = await loadProfile(ctx, handle);
  const body = stored && projectProfile({ ...stored.profile, status: stored.status }, audience);
  return body && { body, etag: await hashOf(body) };
}

/**
 * What `principal` may see under `handle`; null where there is nothing for them. A viewer sees as other members do the
 * profiles that their session was opened for, and their own: never the whole of it, since the partner's page reads along.
 */
export async function viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<ProfileView | null> {
  if (isMember(principal) && principal.account.handle === handle) {
    const stored = await loadProfile(ctx, handle);
    return stored && projectProfile(stored.profile, 'owner');
  }
  const asMember = isMember(principal) || (principal.kind === 'viewer' && principal.shown.includes(handle));
  const view = await findView(ctx, handle, asMember ? 'platform' : 'public');
  return view && view.body;
}
