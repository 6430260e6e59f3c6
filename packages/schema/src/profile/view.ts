/** Typed projection of a profile: the privacy domain's `project` over the profile's sections. */
import type { ViewerFacts } from '../privacy/policy.ts';
import type { Projectable } from '../privacy/project.ts';
import type { Audience } from '../privacy/visibility.ts';
import { project } from '../privacy/project.ts';
import type { OwnProfile, ProfileView } from './document.ts';
import { profileMatrix } from './matrix.ts';
import type { SectionName } from './sections.ts';

/** The rows of the privacy matrix that govern a view of a profile. */
export const profileRows: ReadonlySet<string> = new Set(Object.keys(profileMatrix));

/** The part of `profile` that `viewer` may see; null if they may not even see that the profile exists. */
export function projectProfile(
  profile: Omit<OwnProfile, 'versions' | 'sections'> & Pick<Projectable, 'status' | 'withheld' | 'sections'>,
  viewer: Audience | ViewerFacts,
  rows = profileRows,
): ProfileView | null {
  const shown = project(profile, viewer, rows);
  return shown && { handle: profile.handle, role: profile.role, ...shown };
}

/** `view` with the sections that `named` names and no others; with all of them where it is undefined. */
export function withSections(view: ProfileView, named: readonly SectionName[] | undefined): ProfileView {
  if (!named) return view;
  const shown = named.filter((section) => view[section] !== undefined);
  return { handle: view.handle, role: view.role, ...Object.fromEntries(shown.map((name) => [name, view[name]])) };
}
