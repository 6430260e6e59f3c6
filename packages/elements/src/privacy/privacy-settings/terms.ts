/** The words of the settings of privacy. A table that lacks a term does not compile. */
import type { Preset, Visibility } from '@gigsy/schema';

export interface PrivacySettingsTerms {
  title: string;
  intro: string;
  /** For people without a profile. */
  empty: string;
  /** Opens what the choices mean. */
  meanings: string;
  meaning: Readonly<Record<Visibility, string>>;
  /** The choices on buttons, in a word or two. */
  short: Readonly<Record<Visibility, string>>;
  /** The choice of an item that has no setting of its own. */
  asSection: string;
  /** The viewers of a thing; those who are named as a list. */
  seen: Readonly<Record<'public' | 'platform' | 'owner', string>> & {
    readonly restricted: (names: string) => string;
    readonly nobodyNamed: string;
  };
  /** Why: where the setting that decides comes from. */
  source: Readonly<Record<'chosen' | 'default' | 'widest' | 'item' | 'address', string>>;
  /** Another setting decides; its name. */
  decides: (name: string) => string;
  asking: string;
  /** Returns a setting to the default of the role; the default. */
  backToDefault: (visibility: string) => string;
  /** Of a section whose parts differ, instead of one visibility. */
  mixed: string;
  /** Items with a setting of their own: the count to choose the plural by, and as written. */
  narrowed: (count: number, written: string) => string;
  sections: string;
  /** Labels the row of a section beside those of its fields and entries. */
  whole: string;
  /** Heads the items of a section. */
  entries: string;

  presets: string;
  preset: Readonly<Record<Preset, { readonly name: string; readonly more: string }>>;
  /** Before a preset is taken: its name, the number of changes, and as written. */
  wouldChange: (name: string, count: number, written: string) => string;
  changesNothing: (name: string) => string;
  /** From one visibility to another. */
  change: (name: string, from: string, to: string) => string;
  take: string;

  people: string;
  peopleMore: string;
  noGrants: string;
  /** The sight of somebody who is named. */
  allRestricted: string;
  endGrant: string;
  /** The button of one grant for those who do not see it: its name. */
  endGrantOf: (name: string) => string;
  name: string;
  kind: string;
  kinds: Readonly<Record<'person' | 'role' | 'relation' | 'organisation', string>>;
  handle: string;
  handleHelp: string;
  handleWanted: string;
  ownHandle: string;
  role: string;
  relation: string;
  organisation: string;
  sees: string;
  only: string;
  add: string;
  wantedSetting: string;
  named: (name: string) => string;
  ended: (name: string) => string;
  tooManyNamed: string;

  later: string;
  laterMore: string;
  nothingLater: string;
  what: string;
  to: string;
  /** The default of the role, as a choice. */
  standard: string;
  when: string;
  whenWanted: string;
  plan: string;
  planned: (time: string) => string;
  callOff: string;
  calledOff: string;
  tooManyLater: string;

  saving: string;
  saved: string;
  /** The names of settings that could not be stored, as a list. */
  notStored: (names: string) => string;
  retry: string;
  discard: string;
  undo: string;
  /** A setting was changed elsewhere: its name, what it is now, and what was chosen here. */
  disputed: (name: string, now: string, wanted: string) => string;
  insist: string;
  leave: string;
}
