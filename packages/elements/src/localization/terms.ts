/**
 * What a table of translations holds. Text about data is a function, so that each language forms its own sentence. A
 * table missing a term does not compile. English is in parts, each in the code that shows it; others are one file.
 */

/** Words that every element needs. */
export interface Terms {
  /** The table's language, without a region: numbers, dates and places beside its words are as the reader's region has them. */
  code: string;
  loading: string;
  unavailable: string;
  error: string;
  offline: string;
  retry: string;
  /** Opens what a card tells beyond the first glance. */
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

/** Titles of the sections, and what several of them say. */
export interface SectionTerms {
  about: string;
  experience: string;
  education: string;
  languages: string;
  /** A section without content, or one that this viewer may not see. */
  nothing: string;
  /** The end of what has not ended. */
  present: string;
  /** The end of what has ended nobody knows when. */
  endUnknown: string;
}

export interface MatrixTerms {
  skill: string;
  level: string;
  years: string;
  evidence: string;
  endorsements: string;
  /** Label of the field that filters. */
  filter: string;
  /** Switches: group by category; plain table instead of grid. */
  group: string;
  table: string;
  /** Label of the field that sorts where the matrix is narrow, and its choice of the person's own order. */
  sortBy: string;
  listed: string;
  /** Skills without a category, below those that have one. */
  other: string;
  /** How many are shown, of how many; both as written. */
  shown: (count: string, total: string) => string;
  noMatch: string;
}

/** Words of parts that not every page shows. */
export interface PartTerms {
  levels: LevelTerms;
  panel: PanelTerms;
  sections: SectionTerms;
  matrix: MatrixTerms;
}

/** A language other than English, whole. */
export type Table = Terms & PartTerms;
