/** The list of schools: entries with partial dates, newest as the person ordered them. */
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { renderTimeline, timelineStyles } from '../timeline.ts';
import { items, text } from '../untrusted.ts';
import { words } from '../words.ts';

/**
 * @summary Where a person has learned, what, and from when to when.
 * @tag gigsy-education-list
 *
 * @csspart list - The list.
 * @csspart entry - One entry.
 * @csspart title - An entry's title.
 * @csspart period - From when to when.
 * @csspart summary - An entry's text.
 * @csspart points - An entry's list of points.
 */
export class GigsyEducationList extends SectionElement {
  static override sections: readonly ProfileSection[] = ['education'];

  static override styles: CSSResultGroup = [SectionElement.styles, timelineStyles];

  protected override get heading(): string {
    return this.localize.terms(words).education ?? 'Education';
  }

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    const { localize, innerLevel } = this;
    return renderTimeline(
      items(profile.education).map(
        ({ institution, studyType, area, url, score, startDate, endDate, endStatus, courses }) => ({
          title: [text(studyType), text(area)].filter(Boolean).join(localize.table.comma),
          place: institution,
          url,
          notes: [score],
          startDate,
          endDate,
          endStatus,
          points: courses,
        }),
      ),
      { localize, level: innerLevel },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-education-list': GigsyEducationList;
  }
}
