/**
 * The subjects of events and audit rows: each kind, with the table whose ids name subjects of that kind. A domain that
 * brings a new kind adds one line.
 */
export const subjectTables = {
  /** A profile, by its surrogate. */
  profile: 'profiles',
  /** The account that a person signs in to, with or without a profile. */
  account: 'accounts',
  /** A partner organisation. */
  partner: 'partners',
  /** A flag, the product's own among them. */
  flag: 'flags',
  /** A system that sends events. */
  source: 'eventSources',
} as const;

export type SubjectKind = keyof typeof subjectTables;
export const subjectKinds = Object.keys(subjectTables) as [SubjectKind, ...SubjectKind[]];
export type SubjectTable<S extends SubjectKind = SubjectKind> = (typeof subjectTables)[S];
