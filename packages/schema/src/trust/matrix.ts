/** The rows of the privacy matrix that govern the trust domain. */
import { type MatrixRow, row } from '../privacy/row.ts';

export const trustMatrix = {
  verification: row(
    ['public', 'public', 'public', 'platform', 'owner'],
    'public',
    'Says that an address or number was proved, and never which.',
    { basis: 'contract', kept: ['verifications', 'endedVerifications'] },
  ),
  reviews: row(
    ['public', 'public', 'public', 'platform', 'owner'],
    'public',
    'Says what a party of a gig thought, and neither who they are nor which gig it was.',
    { basis: 'contract', kept: ['reviews'] },
  ),
  reputation: row(
    ['public', 'public', 'public', 'platform', 'owner'],
    'public',
    'A number made of votes that the viewer may see; it names no voter.',
    { basis: 'contract', kept: ['standings'] },
  ),
} as const satisfies Record<string, MatrixRow>;

/** A section of the matrix that the trust domain owns. */
export type TrustSection = keyof typeof trustMatrix;

/** The rows that govern a view. */
export const trustRows: ReadonlySet<string> = new Set(Object.keys(trustMatrix));
