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
}

/** The words for a field. */
export interface FieldTerms {
  label: string;
  help?: string;
}
