/** The list of schools: entries with partial dates, newest as the person ordered them. */
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Item, TimelineElement } from '../timeline-element.ts';
import { texts } from '../../untrusted.ts';
import { words } from '../words.ts';

/**
 * @summary A person's education: institutions, degrees and periods.
 * @tag gigsy-education-list
 */
export class GigsyEducationList extends TimelineElement<'education'> {
  static override sections: readonly ProfileSection[] = ['education'];

  protected override get heading(): string {
    return this.localize.terms(words).education ?? 'Education';
  }

  protected override entry({
    institution,
    studyType,
    area,
    score,
    gpa,
    courses,
    ...item
  }: Item<'education'>): TimelineEntry {
    return {
      ...item,
      title: texts([studyType, area]).join(this.localize.table.comma),
      place: institution,
      notes: [score, this.#grade(gpa)],
      points: courses,
    };
  }

  /** A number alone says little: it stands beside the best one of its scale. */
  #grade(gpa: Item<'education'>['gpa']): string | undefined {
    const { value, scale } = gpa ?? {};
    const { grade = (value: string, scale: string) => `Grade ${value} of ${scale}` } = this.localize.terms(words);
    const { format } = this.localize.format(Intl.NumberFormat, {});
    return Number.isFinite(value) && Number.isFinite(scale) ? grade(format(value!), format(scale!)) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-education-list': GigsyEducationList;
  }
}
