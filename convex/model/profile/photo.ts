/**
 * Where views say the picture is. A view is stored with the path of the picture on this deployment, never with the
 * address that its owner gave, and leaves with this deployment's origin before it.
 */
import {
  type AccountStatus,
  type OwnPhoto,
  type OwnProfile,
  type ProfileView,
  type SharedAudience,
  projectProfile,
  routes,
} from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';

export type PhotoAudience = SharedAudience | 'owner';

const PATH = routes.profile.photo.path;

/** What a view is made of. */
export interface Viewed {
  profile: OwnProfile;
  photo: Doc<'profilePhotos'> | null;
  /** Of the owner's account. */
  status: AccountStatus;
}

/** What `audience` may see of a profile, as it is stored. */
export function storedView({ profile, photo, status }: Viewed, audience: PhotoAudience): ProfileView | null {
  const { avatarUrl, ...identity } = profile.sections.identity;
  const picture = photo?.state === 'stored' ? { avatarUrl: photoPath(audience, photo.tokens[audience]) } : {};
  return projectProfile(
    { ...profile, status, sections: { ...profile.sections, identity: { ...identity, ...picture } } },
    audience,
  );
}

/** A stored view as it leaves. An address that is not a path of ours, as older views hold them, stays behind. */
export function sentView(view: ProfileView): ProfileView {
  const { avatarUrl, ...identity } = view.identity ?? {};
  if (avatarUrl === undefined) return view;
  const picture = avatarUrl.startsWith(PATH) ? { avatarUrl: `${process.env.CONVEX_SITE_URL}${avatarUrl}` } : {};
  return { ...view, identity: { ...identity, ...picture } };
}

export function photoPath(audience: PhotoAudience, token: string): string {
  return `${PATH}${audience}/${token}`;
}

/** The audience and token in a path under the route; undefined where there can be no picture. */
export function photoAt(pathname: string): { audience: PhotoAudience; token: string } | undefined {
  const [, audience, token] = /^(public|platform|owner)\/([0-9a-f]{32})$/.exec(pathname.slice(PATH.length)) ?? [];
  return token === undefined ? undefined : { audience: audience as PhotoAudience, token };
}

/** For the owner. */
export function photoShown({ state, fault }: Doc<'profilePhotos'>): OwnPhoto {
  return { state, ...(fault && { fault }) };
}
