/** The list of schools: entries with partial dates, newest as the person ordered them. */
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { TimelineElement } from '../timeline-element.ts';
import { items, texts } from '../untrusted.ts';
import { words } from '../words.ts';

/**
 * @summary A person's education: institutions, degrees and periods.
 * @tag gigsy-education-list
 */
export class GigsyEducationList extends TimelineElement {
  static override sections: readonly ProfileSection[] = ['education'];

  protected override get heading(): string {
    return this.localize.terms(words).education ?? 'Education';
  }

  protected override entries(profile: ProfileView): TimelineEntry[] {
    const { localize } = this;
    return items(profile.education).map(({ institution, studyType, area, url, score, courses, ...period }) => ({
      ...period,
      title: texts([studyType, area]).join(localize.table.comma),
      place: institution,
      url,
      notes: [score],
      points: courses,
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-education-list': GigsyEducationList;
  }
}
