/** The list of schools: entries with partial dates, newest as the person ordered them. */
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { renderTimeline, timelineStyles } from '../timeline.ts';
import { items, text } from '../untrusted.ts';

/**
 * @summary Where a person has learned, what, and from when to when.
 * @tag gigsy-education-list
 *
 * @attr {string} handle - Whose profile to show.
 * @attr {string} api - Origin of the Gigsy site; else that of a `<gigsy-provider>` around, or the page's `<meta name="gigsy-api">`.
 * @attr {boolean} live - Follow changes as they happen.
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 * @attr {number} heading-level - Level of the title as a heading, 1 to 6; 3 when absent.
 * @attr {'loading'|'ready'|'unavailable'|'error'|'offline'} state - Set by the element.
 *
 * @event {CustomEvent<{ profile: ProfileView | null }>} gigsy-load - A profile arrived, again with each live change.
 * @event {CustomEvent<GigsyError>} gigsy-error - Loading or watching failed; `detail.code` says how.
 *
 * @csspart card - The box.
 * @csspart heading - The heading.
 * @csspart nothing - The sentence when there is nothing to show.
 * @csspart list - The list.
 * @csspart entry - One entry.
 * @csspart title - An entry's title.
 * @csspart period - From when to when.
 * @csspart summary - An entry's text.
 * @csspart points - An entry's list of points.
 * @csspart message - The sentence that tells the state.
 * @csspart retry - The button that loads again.
 *
 * @cssproperty [--gigsy-surface] - Background.
 * @cssproperty [--gigsy-text] - Text; muted text and fills are mixed from it and the surface.
 * @cssproperty [--gigsy-accent] - Links and focus.
 * @cssproperty [--gigsy-line] - Hairlines.
 * @cssproperty [--gigsy-radius=0.625em] - Corner radius.
 * @cssproperty [--gigsy-density=1] - Multiplies inner space, 0.5 to 1.5.
 */
export class GigsyEducationList extends SectionElement {
  static override sections: readonly ProfileSection[] = ['education'];

  static override styles: CSSResultGroup = [SectionElement.styles, timelineStyles];

  protected override get heading(): string {
    return this.words.education ?? 'Education';
  }

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    const { localize, words, innerLevel } = this;
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
      { localize, words, level: innerLevel },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-education-list': GigsyEducationList;
  }
}
