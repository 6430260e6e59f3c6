/** The list of jobs: entries with partial dates, newest as the person ordered them. */
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Item, TimelineElement } from '../timeline-element.ts';
import { words } from '../words.ts';

/**
 * @summary A person's work: organisations, positions and periods.
 * @tag gigsy-experience-list
 */
export class GigsyExperienceList extends TimelineElement<'workExperience'> {
  static override sections: readonly ProfileSection[] = ['workExperience'];

  protected override get heading(): string {
    return this.localize.terms(words).experience ?? 'Experience';
  }

  protected override entry({
    position,
    organisation,
    location,
    highlights,
    ...item
  }: Item<'workExperience'>): TimelineEntry {
    return { ...item, title: position, place: organisation, notes: [location], points: highlights };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-experience-list': GigsyExperienceList;
  }
}
