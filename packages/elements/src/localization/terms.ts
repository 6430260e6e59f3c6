/** What a table of translations holds. Text about data is a function, so that each language forms its own sentence. */
export interface Terms {
  /** The table's language. */
  code: string;
  loading: string;
  unavailable: string;
  error: string;
  offline: string;
  retry: string;
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
