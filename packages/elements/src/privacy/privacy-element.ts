/** The base of privacy's elements that show several answers as one: the words that they share. */
import { ActingElement } from '../client/acting-element.ts';
import type { PrivacyTerms } from './terms.ts';
import { words } from './words.ts';

export abstract class PrivacyElement<
  Value extends object,
  Terms extends { title: string },
  Answers extends object = Value,
> extends ActingElement<Value, Terms, Answers> {
  static override parts: readonly string[] = [...ActingElement.parts, words.name];

  protected get shared(): PrivacyTerms {
    return this.localize.terms(words);
  }
}
