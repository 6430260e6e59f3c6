/** The words of the log of accesses. A table that lacks a term does not compile. */
import type { Destination } from '@gigsy/schema';
import type { PurposeNames } from '../purposes/terms.ts';

/** The names of what is sent that is no field of the profile. */
export type SentPart =
  'imports.account' | 'account.user' | 'verification.subject' | 'verification.claim' | 'account.handle';

export interface AccessLogTerms {
  /** The purposes of an access to another person's data. */
  purposes: PurposeNames;
  title: string;
  intro: string;
  /** Before anybody opened anything. */
  empty: string;
  /** Titles of the two tables: accesses that are open, and all that there were. */
  open: string;
  history: string;
  /** In place of the first table. */
  noneOpen: string;
  /** Heads of the columns. */
  who: string;
  what: string;
  why: string;
  when: string;
  until: string;
  /** The end of an access by itself, as the head of a column: it may have been ended before. */
  untilLatest: string;
  /** A viewer whose name the person may not be told. */
  unnamed: string;
  /** The button that ends an access, and what it is told to assistive technology with. */
  end: string;
  ended: string;
  /** The access had ended before. */
  endedBefore: string;
  /** Title of the table of what the product sent to others, what it says before, its first head and the parties. */
  sent: string;
  sentMore: string;
  toWhom: string;
  party: Readonly<Record<Destination, string>>;
  part: Readonly<Record<SentPart, string>>;
  /** The button that shows the next page, and the number of rows that it brought. */
  earlier: string;
  shown: (count: number, written: string) => string;
  /** The counts of views by the public: title, words on them, and the sentence where there are none. */
  views: string;
  viewsIntro: string;
  noViews: string;
  /** Heads of their columns. */
  day: string;
  count: string;
  /** The sum. */
  viewed: (count: number, written: string) => string;
}
