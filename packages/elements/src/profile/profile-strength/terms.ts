/** The words for the strength of a profile. A table that lacks a term does not compile. */
import type { StepKey, StrengthFactor } from '@gigsy/schema';

/**
 * Steps whose tip names a number: of entries, of terms, or of letters. The rules count every character that readers see, and no
 * space; as many letters are always enough.
 */
type Counted =
  | 'headline.written'
  | 'about.written'
  | 'organisation.about'
  | 'mentoring.expertise'
  | 'mentoring.about'
  | 'skills.named'
  | 'skills.levels'
  | 'evidence.practice'
  | 'experience.told'
  | 'projects.told';

/** The tip for each step; the number as written. */
export type TipTerms = { readonly [K in StepKey]: K extends Counted ? (least: string) => string : string };

export interface ProfileStrengthTerms {
  title: string;
  /** For people without a profile. */
  empty: string;
  /** The score and the most that it can be, as written. */
  score: (score: string, most: string) => string;
  /** For scores below 40, 60, 80 and 100, and for 100. */
  grades: readonly [string, string, string, string, string];
  /** Heads the next steps, each with the points that it gains. */
  next: string;
  /** In the place of the next steps when there are none. */
  done: string;
  /** Opens the steps that are not shown; their number as written. */
  more: (written: string) => string;
  /** Opens the list of topics. */
  factors: string;
  factor: Readonly<Record<StrengthFactor['key'], string>>;
  tips: TipTerms;
}
