/** The words of the panel of endorsements, in one language. */
import type { Endorsers } from '@gigsy/schema';

/** Steps that buttons of the panel take. */
export type PanelStep = 'accept' | 'decline' | 'hide' | 'show' | 'remove' | 'withdraw' | 'cancel' | 'refuse';

export interface PanelTerms {
  title: string;
  intro: string;
  empty: string;

  waiting: string;
  received: string;
  none: string;
  given: string;
  incoming: string;
  sent: string;

  /** The step of a button, and the person whom it is about. */
  steps: Record<PanelStep, string>;
  of: (step: string, whom: string) => string;
  done: Record<PanelStep, string>;

  changed: string;
  hidden: string;
  waits: string;
  unnamed: string;
  forSkills: (skills: string) => string;
  until: (date: string) => string;
  byLink: (uses: string) => string;
  answer: string;

  endorsers: string;
  choices: Record<Endorsers, string>;
  saved: string;

  ask: string;
  handle: string;
  handleHelp: string;
  handleWanted: string;
  ownHandle: string;
  note: string;
  send: string;
  asked: (whom: string) => string;
  makeLink: string;
  link: string;
  linkHelp: string;

  over: string;
  another: string;
  full: string;
  tooOften: string;
  unsafe: string;
}
