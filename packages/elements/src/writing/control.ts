/** The things that a control is drawn from. */
import type { Choice, Field, OwnControl } from './field.ts';
import type { WritingTerms } from './terms.ts';

export interface Control extends OwnControl {
  readonly field: Field;
  readonly invalid: boolean;
  /** The options of a `select`, with names, in reading order; the empty choice first. */
  readonly options: readonly (readonly [value: Choice, label: string])[];
  readonly words: WritingTerms;
  /** Names of the months, from January. */
  months(): readonly string[];
}
