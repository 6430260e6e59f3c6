/** The list of voluntary work: entries with partial dates, in the order that the person chose. */
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Item, TimelineElement } from '../timeline-element.ts';
import { words } from '../words.ts';

/**
 * @summary A person's work without pay: organisations, positions and periods.
 * @tag gigsy-volunteering-list
 */
export class GigsyVolunteeringList extends TimelineElement<'volunteering'> {
  static override sections: readonly ProfileSection[] = ['volunteering'];

  protected override get heading(): string {
    return this.localize.terms(words).volunteering ?? 'Volunteering';
  }

  protected override entry({ position, organisation, highlights, ...item }: Item<'volunteering'>): TimelineEntry {
    return { ...item, title: position, place: organisation, points: highlights };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-volunteering-list': GigsyVolunteeringList;
  }
}
