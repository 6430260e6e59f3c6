/** The list of jobs: entries with partial dates, newest as the person ordered them. */
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { renderTimeline, timelineStyles } from '../timeline.ts';
import { items } from '../untrusted.ts';
import { words } from '../words.ts';

/**
 * @summary Where a person has worked, as what, and from when to when.
 * @tag gigsy-experience-list
 *
 * @csspart list - The list.
 * @csspart entry - One entry.
 * @csspart title - An entry's title.
 * @csspart period - From when to when.
 * @csspart summary - An entry's text.
 * @csspart points - An entry's list of points.
 */
export class GigsyExperienceList extends SectionElement {
  static override sections: readonly ProfileSection[] = ['workExperience'];

  static override styles: CSSResultGroup = [SectionElement.styles, timelineStyles];

  protected override get heading(): string {
    return this.localize.terms(words).experience ?? 'Experience';
  }

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    const { localize, innerLevel } = this;
    return renderTimeline(
      items(profile.workExperience).map(
        ({ position, organisation, url, location, startDate, endDate, endStatus, summary, highlights }) => ({
          title: position,
          place: organisation,
          url,
          notes: [location],
          startDate,
          endDate,
          endStatus,
          summary,
          points: highlights,
        }),
      ),
      { localize, level: innerLevel },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-experience-list': GigsyExperienceList;
  }
}
