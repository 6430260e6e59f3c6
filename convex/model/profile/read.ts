/** The reads of profiles: views for the public and members, the whole for its owner. */
import type { ProfileView, SharedAudience } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { type Principal, isMember } from '../contract/principal.js';
import { type PhotoAudience, photoPath, sentView, storedView } from './photo.js';
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
    const view = stored && storedView(stored.profile, stored.photo, 'owner');
    return view && sentView(view);
  }
  const view = await findView(ctx, handle, isMember(principal) || principal.kind === 'viewer' ? 'platform' : 'public');
  return view && sentView(view.body);
}

/**
 * The picture at an address, while the view that gave the address out still shows it. Nothing is read for who does not
 * know the token, so that the time it takes tells of no profile.
 */
export async function findServedPhoto(ctx: QueryCtx, audience: PhotoAudience, token: string): Promise<Doc<'profilePhotos'>['file'] | null> {
  const photo = await photoByToken(ctx, audience, token);
  if (!photo?.file) return null;
  if (audience === 'owner') return photo.file;
  const view = await findView(ctx, photo.handle, audience);
  return view?.body.identity?.avatarUrl === photoPath(audience, token) ? photo.file : null;
}

function photoByToken(ctx: QueryCtx, audience: PhotoAudience, token: string): Promise<Doc<'profilePhotos'> | null> {
  const photos = ctx.db.query('profilePhotos');
  switch (audience) {
    case 'public': return photos.withIndex('by_public_token', (range) => range.eq('tokens.public', token)).unique();
    case 'platform': return photos.withIndex('by_platform_token', (range) => range.eq('tokens.platform', token)).unique();
    case 'owner': return photos.withIndex('by_owner_token', (range) => range.eq('tokens.owner', token)).unique();
  }
}
