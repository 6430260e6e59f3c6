/** The rows of the privacy matrix that govern a portfolio's sections. */
import { type Grounds, type MatrixRow, row } from '../privacy/row.ts';

/** Entries that other systems send in events. */
const sent = { basis: 'contract', kept: ['portfolio'] } as const satisfies Grounds;

export const portfolioMatrix = {
  courses: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Issuers and dates locate a student; some registers show the full name.',
    sent,
  ),
  gigs: row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Clients and dates identify a person, and a gig names somebody else too.',
    sent,
  ),
  badges: row(['public', 'public', 'public', 'platform', 'owner'], 'public', 'Awarded to be shown.', sent),
  contributions: row(
    ['public', 'public', 'public', 'owner', 'owner'],
    'public',
    'Work that the owner adds to be shown.',
    { basis: 'contract', kept: ['portfolioFiles'] },
  ),
} as const satisfies Record<string, MatrixRow>;

/** The rows of the privacy matrix that govern a view of a portfolio. */
export const portfolioRows: ReadonlySet<string> = new Set(Object.keys(portfolioMatrix));
