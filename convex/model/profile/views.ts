/**
 * The profile's read model. A view is stored with the path of the picture on this deployment, never with the address that
 * its owner gave, and leaves with this deployment's origin before the path.
 */
import {
  type AccountStatus,
  type ProfileView,
  type Sections,
  profileRows,
  profileViewSchema,
  projectProfile,
} from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import { type ViewAudience, type ViewSubject, defineReadModel } from '../privacy/readModel.js';
import { isPhotoPath, photoPath } from './photo.js';
import { type ProfilePart, handlesAfter } from './rows.js';
import { profileSource } from './source.js';

/** The source of a profile's views. */
export interface Viewed extends ViewSubject {
  /** Whole, or with those sections alone that are projected. */
  profile: ProfilePart['profile'];
  photo: Doc<'profilePhotos'> | null;
  /** Of the owner's account. */
  status: AccountStatus;
  /** From everybody but the owner. */
  withheld: readonly string[];
  /** Handles that the owner has left and that lead here. */
  formerHandles?: readonly string[] | undefined;
}

export const profileViews = defineReadModel<Viewed, ProfileView>({
  table: 'profileViews',
  shape: profileViewSchema,
  rows: profileRows,
  projection: 2,
  news: { shown: 'profile.published', hidden: 'profile.unpublished', erased: 'profile.erased' },
  load: profileSource,
  handlesAfter,
  document: ({ profile, photo, status, withheld, formerHandles }, audience) => ({
    ...profile,
    status,
    withheld,
    formerHandles,
    sections: { ...profile.sections, ...shownIdentity(profile, photo, audience) },
  }),
  project: projectProfile,
});

function shownIdentity(
  { sections }: Viewed['profile'],
  photo: Doc<'profilePhotos'> | null,
  audience: ViewAudience,
): Pick<Partial<Sections>, 'identity'> {
  if (!sections.identity) return {};
  const { avatarUrl, ...identity } = sections.identity;
  const picture = photo?.state === 'stored' ? { avatarUrl: photoPath(audience, photo.tokens[audience]) } : {};
  return { identity: { ...identity, ...picture } };
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
