/**
 * What events and audit rows can be about: each kind of subject, with the table whose ids name subjects of that kind. A
 * domain that brings a new kind adds one line.
 */
export const subjectTables = {
  /** A profile, by its surrogate. */
  profile: 'profiles',
  /** What a person signs in to, with a profile or without. */
  account: 'accounts',
  /** A partner organisation. */
  partner: 'partners',
} as const;

export type SubjectKind = keyof typeof subjectTables;
export const subjectKinds = Object.keys(subjectTables) as [SubjectKind, ...SubjectKind[]];
export type SubjectTable<S extends SubjectKind = SubjectKind> = (typeof subjectTables)[S];
