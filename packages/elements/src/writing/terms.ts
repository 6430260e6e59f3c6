/** The words of every form. A table missing a term does not compile. */
export interface WritingTerms {
  loading: string;
  signedOut: string;
  error: string;
  offline: string;
  retry: string;
  save: string;
  discard: string;
  undo: string;
  clean: string;
  dirty: string;
  saving: string;
  saved: string;
  /** No connection while saving. */
  unsent: string;
  /** Too many calls; the wait in whole seconds, to choose the plural by, and as written. */
  waiting: (seconds: number, written: string) => string;
  /** The session has ended. */
  expired: string;
  failed: string;
  /** Heads the list of faults. */
  invalid: string;
  /** Heads the list of conflicts. */
  conflict: string;
  /** Heads the value that was saved elsewhere. */
  theirs: string;
  keepMine: string;
  takeTheirs: string;
  /** In the place of a value that is empty. */
  empty: string;
  /** Changes of an earlier visit are back. */
  restored: string;
  required: string;
  /** The most characters, as written. */
  max: (written: string) => string;
  url: string;
  email: string;
  /** Length of a text and its limit, both as written. */
  count: (used: string, max: string) => string;
  /** The empty choice of a select. */
  none: string;
  /** The most characters in each of several lines, as written. */
  maxEach: (written: string) => string;
  /** The most lines, as written. */
  most: (written: string) => string;
  date: string;
  number: string;
  whole: string;
  /** The least and the greatest number, as written. */
  range: (least: string, greatest: string) => string;
  /** Parts of a date. */
  year: string;
  month: string;
  day: string;
  /** Of the items of a list. */
  items: ItemTerms;
}

export interface ItemTerms {
  add: string;
  /** The list has its most items, as written. */
  full: (written: string) => string;
  /** An item whose name is not written yet. */
  untitled: string;
  up: string;
  down: string;
  /** Where an item stands now: its name, and numbers as written. */
  moved: (name: string, position: string, count: string) => string;
  remove: string;
  removed: (name: string) => string;
  /** Closes an item. */
  done: string;
  /** The order of the items, as something that may be in conflict. */
  order: string;
  orderThere: (names: string) => string;
  removedThere: string;
  /** An item that was removed here and changed elsewhere, by its name. */
  changedThere: (name: string) => string;
}

/** The words for a field. */
export interface FieldTerms {
  label: string;
  help?: string;
  /** Names of the values of a select. */
  choices?: Readonly<Record<string, string>>;
}
