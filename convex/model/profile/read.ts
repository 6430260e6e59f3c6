/** Reads of stored profiles: views for the public and members, the whole for its owner, and the pictures in views. */
import type { ProfileView, SharedAudience, ViewerFacts } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc } from '../../_generated/dataModel.js';
import type { ActionCtx, MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Principal } from '../contract/principal.js';
import type { ViewAudience } from '../privacy/readModel.js';
import { viewFor as viewForPrincipal, viewOf as viewOfViewer } from '../privacy/reads.js';
import { type View, findView as findViewOf } from '../privacy/views.js';
import { photoPath } from './photo.js';
import { accountFacts, findPhotoByToken, findProfileById } from './rows.js';
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

/** The part of the profile under `handle` that `principal` may see without a lease; null if they may see nothing. */
export async function viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<ProfileView | null> {
  const view = await viewForPrincipal(ctx, profileViews, principal, handle);
  return view && sentView(view);
}

/** The view of one viewer, made of the rows. */
export async function viewOf(ctx: QueryCtx, handle: string, viewer: ViewerFacts): Promise<ProfileView | null> {
  const view = await viewOfViewer(ctx, profileViews, handle, viewer);
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
    return row && (await accountFacts(ctx, row)).status === 'active' ? photo.file : null;
  }
  const view = await findView(ctx, photo.handle, audience);
  return view?.body.identity?.avatarUrl === photoPath(audience, token) ? photo.file : null;
}
