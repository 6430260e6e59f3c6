/** The rows of the privacy matrix that govern a profile's sections. `profile` itself governs everything about the person. */
import { type Grounds, type MatrixRow, row } from '../privacy/row.ts';

/** Content that the profile is kept for. */
const shown = { basis: 'contract', kept: ['profile'] } as const satisfies Grounds;
/** Entries of lists: a removed one can be restored for a while. */
const entries = { basis: 'contract', kept: ['profile', 'removedItems'] } as const satisfies Grounds;
/** A picture: one that was uploaded waits for a while to be taken. */
const picture = { basis: 'contract', kept: ['profile', 'uploads'] } as const satisfies Grounds;

export const profileMatrix = {
  profile: row(
    ['public', 'public', 'public', 'platform', 'platform'],
    'public',
    'Narrower than this, the profile looks as if it did not exist.',
    shown,
  ),
  'identity.displayName': {
    ...row(
      ['public', 'public', 'public', 'platform', 'platform'],
      'public',
      'Shown to everyone who may see the profile; a pseudonym is allowed.',
      shown,
    ),
    fixed: true,
  },
  'identity.headline': row(
    ['public', 'public', 'public', 'platform', 'platform'],
    'public',
    'Written by the owner to be shown.',
    shown,
  ),
  'identity.pronouns': {
    ...row(
      ['platform', 'platform', 'platform', 'platform', 'platform'],
      'public',
      'May indicate gender identity (GDPR Art. 9 by inference).',
      { ...shown, basis: 'consent' },
    ),
    special: true,
  },
  'identity.avatarUrl': {
    ...row(
      ['public', 'public', 'public', 'platform', 'platform'],
      'public',
      'A photo identifies a person; the owner uploads it to be shown.',
      picture,
    ),
    addressed: true,
  },
  'identity.location': row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'City at the finest; students are not located publicly by default.',
    shown,
  ),
  about: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Free text may hold anything; students open it themselves.',
    shown,
  ),
  'contact.email': row(
    ['owner', 'owner', 'owner', 'owner', 'owner'],
    'public',
    'Direct identifier; opened only by the owner.',
    shown,
  ),
  'contact.phone': row(
    ['owner', 'owner', 'owner', 'owner', 'owner'],
    'platform',
    'Direct identifier; never on the open web, where numbers are harvested.',
    shown,
  ),
  'contact.website': row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Points to identity outside the platform.',
    shown,
  ),
  skills: row(['public', 'public', 'public', 'platform', 'owner'], 'public', 'The reason a card is shown.', entries),
  education: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Places and dates locate a student.',
    entries,
  ),
  'education.score': row(
    ['owner', 'owner', 'owner', 'owner', 'owner'],
    'public',
    'Grades are education records; shown only when the student decides.',
    entries,
  ),
  'education.gpa': row(
    ['owner', 'owner', 'owner', 'owner', 'owner'],
    'public',
    'Grades are education records; shown only when the student decides.',
    entries,
  ),
  workExperience: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Employers and dates identify a person.',
    entries,
  ),
  projects: row(['public', 'public', 'public', 'owner', 'owner'], 'public', 'Work made to be shown.', entries),
  certificates: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Issuers and dates locate a student; some registers show the full name.',
    entries,
  ),
  awards: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Easily found beside the full name.',
    entries,
  ),
  publications: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Name the author, so they join a pseudonym to a person.',
    entries,
  ),
  volunteering: {
    ...row(
      ['platform', 'platform', 'platform', 'owner', 'owner'],
      'public',
      'May indicate belief or politics (GDPR Art. 9 by inference).',
      { ...entries, basis: 'consent' },
    ),
    special: true,
  },
  languages: {
    ...row(
      ['public', 'public', 'public', 'platform', 'owner'],
      'public',
      'May indicate origin; part of most gig requirements.',
      { ...entries, basis: 'consent' },
    ),
    special: true,
  },
  links: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Joins this profile to accounts elsewhere.',
    entries,
  ),
  availability: row(
    ['platform', 'platform', 'public', 'owner', 'owner'],
    'public',
    'Tells when and whether somebody seeks work.',
    shown,
  ),
  'availability.rate': row(
    ['owner', 'platform', 'platform', 'owner', 'owner'],
    'public',
    'A price to negotiate; not for the open web by default.',
    shown,
  ),
  organisation: row(
    ['owner', 'public', 'public', 'owner', 'owner'],
    'public',
    "An employer's organisation is shown to be found; anybody else's names where they work.",
    shown,
  ),
  'organisation.openingsEmail': row(
    ['owner', 'platform', 'platform', 'owner', 'owner'],
    'public',
    'Addresses on the open web are harvested; members may write.',
    shown,
  ),
  mentoring: row(
    ['owner', 'platform', 'public', 'owner', 'owner'],
    'public',
    'A mentor offers it to be found; nobody else does.',
    shown,
  ),
} as const satisfies Record<string, MatrixRow>;
