/** The things that a control is drawn from. */
import type { Choice, Field, FieldValue } from './field.ts';
import type { WritingTerms } from './terms.ts';

export interface Control {
  readonly field: Field;
  /** Id in the shadow root, and the name of the value. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: FieldValue;
  readonly invalid: boolean;
  /** Ids of its descriptions, in reading order. */
  readonly describedBy: string;
  /** The options of a `select`, with names, in reading order; the empty choice first. */
  readonly options: readonly (readonly [value: Choice, label: string])[];
  readonly words: WritingTerms;
  /** Names of the months, from January. */
  months(): readonly string[];
}
