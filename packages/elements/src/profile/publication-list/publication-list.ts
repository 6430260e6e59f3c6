/** The list of publications, in the order that the person chose. */
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Item, TimelineElement } from '../timeline-element.ts';
import { words } from '../words.ts';

/**
 * @summary What a person has published: each with its publisher, date and text, and a link to it.
 * @tag gigsy-publication-list
 */
export class GigsyPublicationList extends TimelineElement<'publications'> {
  static override sections: readonly ProfileSection[] = ['publications'];

  protected override get heading(): string {
    return this.localize.terms(words).publications ?? 'Publications';
  }

  protected override entry({ name, publisher, releaseDate, url, summary }: Item<'publications'>): TimelineEntry {
    return { title: name, titleUrl: url, place: publisher, endDate: releaseDate, summary };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-publication-list': GigsyPublicationList;
  }
}
