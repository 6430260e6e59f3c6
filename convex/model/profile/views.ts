/**
 * The profile's read model. A view is stored with the path of the picture on this deployment, never with the address that
 * its owner gave, and leaves with this deployment's origin before the path.
 */
import {
  type AccountStatus,
  type OwnProfile,
  type ProfileView,
  profileRows,
  profileViewSchema,
  projectProfile,
} from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import { type ViewAudience, type ViewSubject, defineReadModel } from '../privacy/readModel.js';
import { isPhotoPath, photoPath } from './photo.js';
import { handlesAfter } from './rows.js';
import { profileSource } from './source.js';

/** The source of a profile's views. */
export interface Viewed extends ViewSubject {
  profile: OwnProfile;
  photo: Doc<'profilePhotos'> | null;
  /** Of the owner's account. */
  status: AccountStatus;
  /** Handles that the owner has left and that lead here. */
  formerHandles?: readonly string[] | undefined;
}

export const profileViews = defineReadModel<Viewed, ProfileView>({
  table: 'profileViews',
  shape: profileViewSchema,
  rows: profileRows,
  projection: 2,
  load: profileSource,
  handlesAfter,
  document: ({ profile, photo, status, formerHandles }, audience) => ({
    ...profile,
    status,
    formerHandles,
    sections: { ...profile.sections, identity: shownIdentity(profile, photo, audience) },
  }),
  project: projectProfile,
});

function shownIdentity(
  { sections }: OwnProfile,
  photo: Doc<'profilePhotos'> | null,
  audience: ViewAudience,
): OwnProfile['sections']['identity'] {
  const { avatarUrl, ...identity } = sections.identity;
  return photo?.state === 'stored' ? { ...identity, avatarUrl: photoPath(audience, photo.tokens[audience]) } : identity;
}

/**
 * A view as it leaves. An address that is not a path of this deployment stays behind: views of older versions hold
 * such.
 */
export function sentView(view: ProfileView): ProfileView {
  const { avatarUrl, ...identity } = view.identity ?? {};
  if (avatarUrl === undefined) return view;
  const picture = isPhotoPath(avatarUrl) ? { avatarUrl: `${process.env.CONVEX_SITE_URL}${avatarUrl}` } : {};
  return { ...view, identity: { ...identity, ...picture } };
}
