/** Typed projection of a profile: the privacy domain's `project` over the profile's sections. */
import type { Projectable } from '../privacy/project.ts';
import type { Audience } from '../privacy/visibility.ts';
import { project } from '../privacy/project.ts';
import type { OwnProfile, ProfileView } from './document.ts';
import type { SectionName } from './sections.ts';

/** What `audience` may see of `profile`; null if that is nothing, not even that it exists. */
export function projectProfile(
  profile: Omit<OwnProfile, 'versions'> & Pick<Projectable, 'status'>,
  audience: Audience,
): ProfileView | null {
  const shown = project(profile, audience);
  return shown && { handle: profile.handle, role: profile.role, ...shown };
}

/** `view` with the sections that `named` names and no others; with all of them where it is undefined. */
export function withSections(view: ProfileView, named: readonly SectionName[] | undefined): ProfileView {
  if (!named) return view;
  const shown = named.filter((section) => view[section] !== undefined);
  return { handle: view.handle, role: view.role, ...Object.fromEntries(shown.map((name) => [name, view[name]])) };
}
