/** The list of projects: work that a person shows, in the order that they chose. */
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { renderTimeline, timelineStyles } from '../timeline.ts';
import { items, text } from '../untrusted.ts';
import { words } from '../words.ts';

/** Keywords shown of one project; the contract allows 20. */
const MOST_KEYWORDS = 20;

/**
 * @summary What a person has made: each project with its period, roles, text and keywords, and a link to it.
 * @tag gigsy-project-list
 *
 * @csspart list - The list.
 * @csspart entry - One project.
 * @csspart title - A project's name.
 * @csspart period - From when to when.
 * @csspart summary - A project's text.
 * @csspart points - A project's list of points.
 */
export class GigsyProjectList extends SectionElement {
  static override sections: readonly ProfileSection[] = ['projects'];

  static override styles: CSSResultGroup = [SectionElement.styles, timelineStyles];

  protected override get heading(): string {
    return this.localize.terms(words).projects ?? 'Projects';
  }

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    const { localize, innerLevel } = this;
    return renderTimeline(
      items(profile.projects).map(
        ({ name, organisation, url, roles, keywords, description, highlights, ...period }) => ({
          ...period,
          title: name,
          titleUrl: url,
          place: organisation,
          notes: [this.#listed(roles), this.#listed(keywords)],
          summary: description,
          points: highlights,
        }),
      ),
      { localize, level: innerLevel },
    );
  }

  /** Texts of any shape as one text, as the language lists them. */
  #listed(values: unknown): string {
    const texts = items(values as object[])
      .map(text)
      .filter(Boolean)
      .slice(0, MOST_KEYWORDS);
    return this.localize.format(Intl.ListFormat, { type: 'unit' }).format(texts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-project-list': GigsyProjectList;
  }
}
