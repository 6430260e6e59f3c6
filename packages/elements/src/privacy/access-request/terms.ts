/** The words of the request for an access. A table that lacks a term does not compile. */
import type { PurposeNames } from '../purposes/terms.ts';

export interface AccessRequestTerms {
  /** The purposes of an access to another person's data. */
  purposes: PurposeNames;
  title: string;
  intro: string;
  /** The labels of the two fields, and the first choice, which stands for no purpose. */
  purpose: string;
  choose: string;
  note: string;
  noteHelp: string;
  /** The faults of the two. */
  purposeWanted: string;
  noteWanted: string;
  /** The button. */
  show: string;
  opening: string;
  /** The profile is shown with what the person may see, for this purpose. */
  shown: (purpose: string) => string;
  /** Why it is not: nothing is open to the person, too many accesses, words that were refused, an end. */
  nothing: string;
  tooMany: string;
  noteRefused: string;
  ended: string;
  /** The buttons that end it, and that ask again. */
  end: string;
  again: string;
}
