/** The words of the contacts. A table that lacks a term does not compile. */

export interface ContactsTerms {
  title: string;
  intro: string;
  /** Before an answer has come that could say more. */
  empty: string;

  /** The form that asks somebody. */
  ask: string;
  handle: string;
  handleHelp: string;
  handleWanted: string;
  ownHandle: string;
  send: string;
  /** Outcomes, with the handle or the name. */
  asked: (name: string) => string;
  noProfile: string;
  tooManyAsks: string;
  tooOften: string;

  /** Asks of others. */
  incoming: string;
  accept: string;
  decline: string;
  accepted: (name: string) => string;
  declined: (name: string) => string;
  tooMany: string;

  /** The person's own asks. */
  open: string;
  openMore: string;
  until: (date: string) => string;
  withdraw: string;
  withdrawn: (name: string) => string;

  /** Those who are contacts. */
  contacts: string;
  none: string;
  /** A contact whose profile the person may not see. */
  unnamed: string;
  since: (date: string) => string;
  end: string;
  ended: (name: string) => string;
  more: string;
  shown: (count: number, written: string) => string;

  /** An ask or a contact that was over already. */
  over: string;
}
