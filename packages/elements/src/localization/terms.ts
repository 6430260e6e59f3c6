/**
 * The words that come with the code that all elements share, the card's among them. Text about data is a function, so
 * that each language forms its own sentence. A table that lacks a term does not compile. The words of other elements
 * are a `Part`.
 */

export interface Terms {
  /** The table's language, without a region: numbers, dates and places beside its words are as the reader's region has them. */
  code: string;
  loading: string;
  unavailable: string;
  error: string;
  offline: string;
  retry: string;
  /** Opens the further content of a card. */
  more: string;
  open: string;
  limited: string;
  closed: string;
  remote: string;
  skills: string;
  /** Skills that are not listed: the count to choose the plural by, and as written. */
  moreSkills: (count: number, written: string) => string;
  /** Between the parts of a place. */
  comma: string;
}

/** Words for levels 1 to 5. */
export type LevelTerms = readonly [string, string, string, string, string];

export interface PanelTerms {
  /** The first day of availability. */
  from: (date: string) => string;
}

/** Words of a card's further content; English stands in the code that shows it. */
export interface FurtherTerms {
  levels: LevelTerms;
  panel: PanelTerms;
}

/** A language other than English. */
export type Table = Terms & FurtherTerms;
