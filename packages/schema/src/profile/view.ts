/** Typed projection of a profile: the privacy domain's `project` over the profile's sections. */
import type { Projectable } from '../privacy/project.ts';
import type { Audience } from '../privacy/visibility.ts';
import { project } from '../privacy/project.ts';
import type { OwnProfile, ProfileView } from './document.ts';

/** What `audience` may see of `profile`; null if that is nothing, not even that it exists. */
export function projectProfile(
  profile: Omit<OwnProfile, 'versions'> & Pick<Projectable, 'status'>,
  audience: Audience,
): ProfileView | null {
  const shown = project(profile, audience);
  return shown && { handle: profile.handle, role: profile.role, ...shown };
}
