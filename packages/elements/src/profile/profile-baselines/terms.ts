/** The words for baselines of profiles. A table that lacks a term does not compile. */
import type { ProfileNames } from '../names/terms.ts';

export interface ProfileBaselinesTerms extends ProfileNames {
  title: string;
  /** The time of the last event in the figures, as written. */
  upTo: (time: string) => string;
  /** Before anything was counted. */
  none: string;
  completeness: string;
  /** A band of scores, both ends as written. */
  band: (from: string, to: string) => string;
  timeToComplete: string;
  /** Up to an hour, a day, a week, four weeks, and longer. */
  times: readonly [string, string, string, string, string];
  edits: string;
  /** Opens the table of a chart. */
  table: string;
  profiles: string;
  day: string;
  all: string;
}
