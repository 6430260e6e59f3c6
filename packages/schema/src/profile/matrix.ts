/** The rows of the privacy matrix that govern a profile's sections. `profile` itself governs everything about the person. */
import { type MatrixRow, row } from '../privacy/row.ts';

export const profileMatrix = {
  profile: row(
    ['public', 'public', 'public', 'platform', 'platform'],
    'public',
    'Narrower than this, the profile looks as if it did not exist.',
  ),
  'identity.displayName': {
    ...row(
      ['public', 'public', 'public', 'platform', 'platform'],
      'public',
      'Shown to everyone who may see the profile; a pseudonym is allowed.',
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
  'identity.avatarUrl': {
    ...row(
      ['public', 'public', 'public', 'platform', 'platform'],
      'public',
      'A photo identifies a person; the owner uploads it to be shown.',
    ),
    addressed: true,
  },
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
  'education.gpa': row(
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
  certificates: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Issuers and dates locate a student; some registers show the full name.',
  ),
  awards: row(['platform', 'public', 'public', 'owner', 'owner'], 'public', 'Easily found beside the full name.'),
  publications: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Name the author, so they join a pseudonym to a person.',
  ),
  volunteering: row(
    ['platform', 'platform', 'platform', 'owner', 'owner'],
    'public',
    'May indicate belief or politics (GDPR Art. 9 by inference).',
  ),
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
  'availability.rate': row(
    ['owner', 'platform', 'platform', 'owner', 'owner'],
    'public',
    'A price to negotiate; not for the open web by default.',
  ),
  organisation: row(
    ['owner', 'public', 'public', 'owner', 'owner'],
    'public',
    "An employer's organisation is shown to be found; anybody else's names where they work.",
  ),
  'organisation.openingsEmail': row(
    ['owner', 'platform', 'platform', 'owner', 'owner'],
    'public',
    'Addresses on the open web are harvested; members may write.',
  ),
  mentoring: row(
    ['owner', 'platform', 'public', 'owner', 'owner'],
    'public',
    'A mentor offers it to be found; nobody else does.',
  ),
} as const satisfies Record<string, MatrixRow>;
