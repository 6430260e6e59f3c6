/** The rows of the privacy matrix that govern the trust domain. */
import { type MatrixRow, row } from '../privacy/row.ts';

export const trustMatrix = {
  verification: row(
    ['public', 'public', 'public', 'platform', 'owner'],
    'public',
    'Says that an address or number was proved, and never which.',
    { basis: 'contract', kept: ['verifications', 'endedVerifications'] },
  ),
  endorsements: row(
    ['public', 'public', 'public', 'platform', 'owner'],
    'public',
    'Words of others about the person, who accepted them. A skill that is endorsed follows its own setting too.',
    { basis: 'contract', kept: ['endorsements'] },
  ),
} as const satisfies Record<string, MatrixRow>;

/** A section of the matrix that the trust domain owns. */
export type TrustSection = keyof typeof trustMatrix;

/** The rows that govern the view of verifications. */
export const trustRows: ReadonlySet<string> = new Set<TrustSection>(['verification']);

/** The rows that govern the view of endorsements: an endorsement of a skill tells that there is the skill. */
export const endorsementRows: ReadonlySet<string> = new Set<TrustSection | 'skills'>(['endorsements', 'skills']);
