/** The list of jobs: entries with partial dates, newest as the person ordered them. */
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { TimelineElement } from '../timeline-element.ts';
import { items } from '../untrusted.ts';
import { words } from '../words.ts';

/**
 * @summary A person's work: organisations, positions and periods.
 * @tag gigsy-experience-list
 */
export class GigsyExperienceList extends TimelineElement {
  static override sections: readonly ProfileSection[] = ['workExperience'];

  protected override get heading(): string {
    return this.localize.terms(words).experience ?? 'Experience';
  }

  protected override entries(profile: ProfileView): TimelineEntry[] {
    return items(profile.workExperience).map(
      ({ position, organisation, url, location, summary, highlights, ...period }) => ({
        ...period,
        title: position,
        place: organisation,
        url,
        notes: [location],
        summary,
        points: highlights,
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-experience-list': GigsyExperienceList;
  }
}
