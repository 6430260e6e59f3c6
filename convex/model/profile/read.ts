/** The reads of profiles: views for the public and members, the whole for its owner. */
import type { ProfileView, SharedAudience } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOf } from '../contract/hash.js';
import { type Principal, isMember } from '../contract/principal.js';
import { type PhotoAudience, photoPath, sentView, storedView } from './photo.js';
import { policyHash } from './policy.js';
import { loadProfile } from './rows.js';

export interface View {
  body: ProfileView;
  etag: string;
}

/** The view as it is stored, whatever policy made it: for the write path. */
export function findStoredView(
  ctx: QueryCtx | MutationCtx,
  handle: string,
  audience: SharedAudience,
): Promise<Doc<'profileViews'> | null> {
  return ctx.db
    .query('profileViews')
    .withIndex('by_handle_audience', (range) => range.eq('handle', handle).eq('audience', audience))
    .unique();
}

/**
 * What an audience sees: one document, or none. A view made under another policy is not served: until it is written anew,
 * the rows are projected.
 */
export async function findView(
  ctx: QueryCtx | MutationCtx,
  handle: string,
  audience: SharedAudience,
): Promise<View | null> {
  const view = await findStoredView(ctx, handle, audience);
  if (!view || view.policy === (await policyHash())) return view;
  const stored = await loadProfile(ctx, handle);
  const body = stored && storedView(stored, audience);
  return body && { body, etag: await hashOf(body) };
}

/**
 * What `principal` may see under `handle`; null where there is nothing for them. A viewer sees as other members do the
 * profiles that their session was opened for, and their own: never the whole of it, since the partner's page reads along.
 */
export async function viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<ProfileView | null> {
  if (isMember(principal) && principal.account.handle === handle) {
    const stored = await loadProfile(ctx, handle);
    const view = stored && storedView(stored, 'owner');
    return view && sentView(view);
  }
  const asMember = isMember(principal) || (principal.kind === 'viewer' && principal.shown.includes(handle));
  const view = await findView(ctx, handle, asMember ? 'platform' : 'public');
  return view && sentView(view.body);
}

/**
 * The picture at an address, while the view that gave the address out still shows it. Nothing is read for who does not
 * know the token, so that the time it takes tells of no profile.
 */
export async function findServedPhoto(
  ctx: QueryCtx,
  audience: PhotoAudience,
  token: string,
): Promise<Doc<'profilePhotos'>['file'] | null> {
  const photo = await photoByToken(ctx, audience, token);
  if (!photo?.file) return null;
  if (audience === 'owner') return (await ownerMayAct(ctx, photo.profileId)) ? photo.file : null;
  const view = await findView(ctx, photo.handle, audience);
  return view?.body.identity?.avatarUrl === photoPath(audience, token) ? photo.file : null;
}

async function ownerMayAct(ctx: QueryCtx, profileId: Id<'profiles'>): Promise<boolean> {
  const row = await ctx.db.get('profiles', profileId);
  const account = row && (await ctx.db.get('accounts', row.accountId));
  return account?.status === 'active';
}

function photoByToken(ctx: QueryCtx, audience: PhotoAudience, token: string): Promise<Doc<'profilePhotos'> | null> {
  const photos = ctx.db.query('profilePhotos');
  switch (audience) {
    case 'public':
      return photos.withIndex('by_public_token', (range) => range.eq('tokens.public', token)).unique();
    case 'platform':
      return photos.withIndex('by_platform_token', (range) => range.eq('tokens.platform', token)).unique();
    case 'owner':
      return photos.withIndex('by_owner_token', (range) => range.eq('tokens.owner', token)).unique();
  }
}
