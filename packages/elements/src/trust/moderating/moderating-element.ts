/** The base of the elements of moderation: their words, styles, and faults of their forms. */
import type { CSSResultGroup } from 'lit';
import { PrivacyElement } from '../../privacy/privacy-element.ts';
import type { FormView } from '../../client/form-fault.ts';
import { moderatingStyles } from './moderating.styles.ts';
import { placeName } from './place-name.ts';
import type { ModerationTerms } from './terms.ts';
import { words } from './words.ts';

export abstract class ModeratingElement<Value extends object, Answers extends object = Value> extends PrivacyElement<
  Value,
  ModerationTerms,
  Answers
> {
  static override styles: CSSResultGroup = [PrivacyElement.styles, moderatingStyles];

  static override parts: readonly string[] = [...PrivacyElement.parts, words.name];

  protected override readonly own = words;

  protected get form(): FormView {
    return { busy: this.busy, fault: this.fault };
  }

  protected nameOf(place: unknown): string {
    return placeName(this.shared, this.said, place);
  }

  protected dayOf(time: number): string {
    return this.localize.format(Intl.DateTimeFormat, { dateStyle: 'long' }).format(time);
  }

  protected countOf(count: number): string {
    return this.localize.format(Intl.NumberFormat, {}).format(count);
  }

  /** Says what a field lacks, and leads there. */
  protected want(field: string, wanted: keyof ModerationTerms['wanted']): void {
    this.refuse(field, (said) => said.wanted[wanted], `#${field}`);
  }
}
