/** Reads of stored profiles: views for the public and members, the whole for its owner, and the pictures in views. */
import type { ProfileView, SharedAudience, ViewerFacts } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc } from '../../_generated/dataModel.js';
import type { ActionCtx, MutationCtx, QueryCtx } from '../../_generated/server.js';
import { type Principal, isMember } from '../contract/principal.js';
import { grantsNaming } from '../privacy/grants.js';
import { readsByLease } from '../privacy/leaseRollout.js';
import type { ViewAudience } from '../privacy/readModel.js';
import { type View, findView as findViewOf, projected } from '../privacy/views.js';
import { photoPath } from './photo.js';
import { findPhotoByToken, findProfileById, statusOfOwner } from './rows.js';
import { profileSource } from './source.js';
import { profileViews, sentView } from './views.js';

/** Answers questions about a handle. A door chooses the reader by the handle, and asks nothing else about profiles. */
export interface ProfileReader {
  /** The part that `principal` may see; null if they may see nothing. */
  viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<ProfileView | null>;
  /** Whether views are counted for an owner. */
  readonly isCounted?: boolean;
  /** How long an answer over HTTP waits, in milliseconds. */
  readonly delayMs?: number | undefined;
  /** The public answer over HTTP. A `Response` is sent as it is. */
  publicView(ctx: ActionCtx, handle: string): Promise<View<ProfileView> | Response | null>;
}

export const storedProfiles: ProfileReader = {
  isCounted: true,
  viewFor,
  publicView: (ctx, handle) => ctx.runQuery(internal.profile.views.publicView, { handle }),
};

/** The stored view of a profile: one document, or null. */
export function findView(
  ctx: QueryCtx | MutationCtx,
  handle: string,
  audience: SharedAudience,
): Promise<View<ProfileView> | null> {
  return findViewOf(ctx, profileViews, handle, audience);
}

/**
 * The part of the profile under `handle` that `principal` may see without a lease; null if they may see nothing. Members
 * see their own profile whole, and of others what the public sees; those who need no leases yet see what they would open.
 * A viewer sees their own profile, and those that their session was opened for, as members may. A viewer never sees the
 * whole of their own profile, since the partner's page can read it.
 */
export async function viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<ProfileView | null> {
  if (isMember(principal)) {
    if (principal.account.handle === handle) return viewOf(ctx, handle, { audience: 'owner', grants: [] });
    if (await readsByLease(ctx, principal)) return sharedView(ctx, handle, 'public');
  }
  const grants = await grantsNaming(ctx, principal, handle);
  if (grants.length > 0) return viewOf(ctx, handle, { audience: isMember(principal) ? 'platform' : 'public', grants });
  const asMember = isMember(principal) || (principal.kind === 'viewer' && principal.shown.includes(handle));
  return sharedView(ctx, handle, asMember ? 'platform' : 'public');
}

async function sharedView(ctx: QueryCtx, handle: string, audience: SharedAudience): Promise<ProfileView | null> {
  const view = await findView(ctx, handle, audience);
  return view && sentView(view.body);
}

/** The view of one viewer, made of the rows. */
export async function viewOf(ctx: QueryCtx, handle: string, viewer: ViewerFacts): Promise<ProfileView | null> {
  const stored = await profileSource(ctx, handle);
  const view = stored && projected(profileViews, stored, viewer);
  return view && sentView(view);
}

/**
 * The picture at an address, while the view that gave the address out still shows it. Nothing is read for a caller who
 * does not know the token, so that the time of the answer tells nothing about a profile.
 */
export async function findServedPhoto(
  ctx: QueryCtx,
  audience: ViewAudience,
  token: string,
): Promise<Doc<'profilePhotos'>['file'] | null> {
  const photo = await findPhotoByToken(ctx, audience, token);
  if (!photo?.file) return null;
  if (audience === 'owner') {
    const row = await findProfileById(ctx, photo.profileId);
    return row && (await statusOfOwner(ctx, row)) === 'active' ? photo.file : null;
  }
  const view = await findView(ctx, photo.handle, audience);
  return view?.body.identity?.avatarUrl === photoPath(audience, token) ? photo.file : null;
}
