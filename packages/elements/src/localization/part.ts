/**
 * A part of the words: those of one element, or those that several elements of a domain share. Its folder has
 * `words.ts`, and `words/LANGUAGE.ts` for each language but English, which loads when an element of a page uses them.
 */
export interface Part<Words extends object = object> {
  /** The folder, from packages/elements/src. */
  name: string;
  /** English; empty where it stands in the code that says it. */
  en: Words;
}
