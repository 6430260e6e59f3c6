/**
 * The privacy matrix (plan D5) as data: for each field or section its default visibility by the owner's role, how wide
 * the owner may open it, and why. A field without a row is never shown to anybody but its owner.
 */
import * as z from 'zod';
import type { Role } from '../contract/principals.ts';
import { type Visibility, narrowest, visibilities, visibilitySchema } from './visibility.ts';

export interface MatrixRow {
  /** Default by role, least privilege: what a card needs is public, what identifies or locates a person is not. */
  readonly defaults: Readonly<Record<Role, Visibility>>;
  /** The widest visibility the owner may choose. */
  readonly widest: Visibility;
  /** True: follows the whole profile and has no setting of its own. */
  readonly fixed?: true;
  /** Compliance annotation for the published matrix. */
  readonly note: string;
}

function row(
  [student, employer, mentor, moderator, admin]: readonly [Visibility, Visibility, Visibility, Visibility, Visibility],
  widest: Visibility,
  note: string,
): MatrixRow {
  return { defaults: { student, employer, mentor, moderator, admin }, widest, note };
}

/**
 * Keys are `profile` (the whole), a section, or `section.field`. A field is seen by those who may see the profile, its
 * section's row (if there is one) and its own row (if there is one), and at least one of the latter two must exist.
 */
export const privacyMatrix = {
  profile: row(
    ['public', 'public', 'public', 'platform', 'platform'],
    'public',
    'Narrower than this, the profile looks as if it did not exist.',
  ),
  'identity.displayName': {
    ...row(
      ['public', 'public', 'public', 'platform', 'platform'],
      'public',
      'Whoever may see the profile sees its name; a pseudonym is allowed.',
    ),
    fixed: true,
  },
  'identity.headline': row(
    ['public', 'public', 'public', 'platform', 'platform'],
    'public',
    'Written by the owner to be shown.',
  ),
  'identity.pronouns': row(
    ['platform', 'platform', 'platform', 'platform', 'platform'],
    'public',
    'May indicate gender identity (GDPR Art. 9 by inference).',
  ),
  'identity.avatarUrl': row(
    ['public', 'public', 'public', 'platform', 'platform'],
    'public',
    'A photo identifies a person; the owner uploads it to be shown.',
  ),
  'identity.location': row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'City at the finest; students are not located publicly by default.',
  ),
  about: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Free text may hold anything; students open it themselves.',
  ),
  'contact.email': row(
    ['owner', 'owner', 'owner', 'owner', 'owner'],
    'public',
    'Direct identifier; opened only by the owner.',
  ),
  'contact.phone': row(
    ['owner', 'owner', 'owner', 'owner', 'owner'],
    'platform',
    'Direct identifier; never on the open web, where numbers are harvested.',
  ),
  'contact.website': row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Points to identity outside the platform.',
  ),
  skills: row(['public', 'public', 'public', 'platform', 'owner'], 'public', 'The reason a card is shown.'),
  education: row(['platform', 'public', 'public', 'owner', 'owner'], 'public', 'Places and dates locate a student.'),
  'education.score': row(
    ['owner', 'owner', 'owner', 'owner', 'owner'],
    'public',
    'Grades are education records; shown only when the student decides.',
  ),
  workExperience: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Employers and dates identify a person.',
  ),
  projects: row(['public', 'public', 'public', 'owner', 'owner'], 'public', 'Work made to be shown.'),
  languages: row(
    ['public', 'public', 'public', 'platform', 'owner'],
    'public',
    'May indicate origin; part of most gig requirements.',
  ),
  links: row(['platform', 'public', 'public', 'owner', 'owner'], 'public', 'Joins this profile to accounts elsewhere.'),
  availability: row(
    ['platform', 'platform', 'public', 'owner', 'owner'],
    'public',
    'Tells when and whether somebody seeks work.',
  ),
} as const satisfies Record<string, MatrixRow>;

export type MatrixKey = keyof typeof privacyMatrix;
export const matrixKeys = Object.keys(privacyMatrix) as MatrixKey[];

/** The matrix rows with a setting of their own. */
export type SettingKey = Exclude<MatrixKey, 'identity.displayName'>;
export const settingKeys = matrixKeys.filter((key): key is SettingKey => !rowOf(key).fixed);

/** The owner's choices, sparse: a row without one has its role's default. Too wide a choice is refused by name. */
export const privacySettingsSchema = z.strictObject(
  Object.fromEntries(settingKeys.map((key) => [key, settingSchema(key).optional()])) as Record<
    SettingKey,
    z.ZodOptional<z.ZodEnum<{ [V in Visibility]: V }>>
  >,
);
export type PrivacySettings = z.infer<typeof privacySettingsSchema>;

export function rowOf(key: MatrixKey): MatrixRow {
  return privacyMatrix[key];
}

export function isMatrixKey(key: string): key is MatrixKey {
  return Object.hasOwn(privacyMatrix, key);
}

/**
 * What the owner chose for this row, else the default of the owner's role. A choice from before the row became narrower
 * counts as the widest that is allowed now.
 */
export function visibilityOf(key: MatrixKey, role: Role, settings: PrivacySettings): Visibility {
  const declared = rowOf(key);
  if (declared.fixed) return visibilityOf('profile', role, settings);
  return narrowest(settings[key as SettingKey] ?? declared.defaults[role], declared.widest);
}

function settingSchema(key: SettingKey) {
  const { widest } = rowOf(key);
  return visibilitySchema.refine(
    (chosen) => visibilities.indexOf(chosen) >= visibilities.indexOf(widest),
    `may be ${widest} at the widest`,
  );
}
