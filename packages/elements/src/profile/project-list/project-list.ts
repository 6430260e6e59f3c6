/** The list of projects: work that a person shows, in the order that they chose. */
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Item, TimelineElement } from '../timeline-element.ts';
import { texts } from '../../untrusted.ts';
import { words } from '../words.ts';

/** Keywords shown of one project; the contract allows 20. */
const MOST_KEYWORDS = 20;

/**
 * @summary A person's projects, each with its period, roles, text and keywords, and a link to it.
 * @tag gigsy-project-list
 */
export class GigsyProjectList extends TimelineElement<'projects'> {
  static override sections: readonly ProfileSection[] = ['projects'];

  protected override get heading(): string {
    return this.localize.terms(words).projects ?? 'Projects';
  }

  protected override entry({
    name,
    organisation,
    url,
    roles,
    keywords,
    description,
    highlights,
    ...period
  }: Item<'projects'>): TimelineEntry {
    return {
      ...period,
      title: name,
      titleUrl: url,
      place: organisation,
      notes: [...texts(roles), ...texts(keywords).slice(0, MOST_KEYWORDS)],
      summary: description,
      points: highlights,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-project-list': GigsyProjectList;
  }
}
