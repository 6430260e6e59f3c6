/** The list of awards, in the order that the person chose. */
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Item, TimelineElement } from '../timeline-element.ts';
import { words } from '../words.ts';

/**
 * @summary A person's awards: who gave each, when and what for.
 * @tag gigsy-award-list
 */
export class GigsyAwardList extends TimelineElement<'awards'> {
  static override sections: readonly ProfileSection[] = ['awards'];

  protected override get heading(): string {
    return this.localize.terms(words).awards ?? 'Awards';
  }

  protected override entry({ title, awarder, date, summary }: Item<'awards'>): TimelineEntry {
    return { title, place: awarder, endDate: date, summary };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-award-list': GigsyAwardList;
  }
}
