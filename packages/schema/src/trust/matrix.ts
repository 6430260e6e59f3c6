/** The rows of the privacy matrix that govern the trust domain. */
import { type Grounds, type MatrixRow, row } from '../privacy/row.ts';

const proofs = { basis: 'contract', kept: ['verifications', 'endedVerifications'] } as const satisfies Grounds;

export const trustMatrix = {
  verification: row(
    ['public', 'public', 'public', 'platform', 'owner'],
    'public',
    'Says that an address or number was proved, and never which.',
    proofs,
  ),
  'verification.domain': row(
    ['owner', 'owner', 'owner', 'owner', 'owner'],
    'public',
    'Names the employer or school; opened only by the owner.',
    proofs,
  ),
  'verification.link': row(
    ['platform', 'public', 'public', 'owner', 'owner'],
    'public',
    'Joins this profile to accounts elsewhere.',
    proofs,
  ),
  endorsements: row(
    ['public', 'public', 'public', 'platform', 'owner'],
    'public',
    'Words of others about the person, who accepted them. A skill that is endorsed follows its own setting too.',
    { basis: 'contract', kept: ['endorsements'] },
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
export type TrustSection = 'verification' | 'endorsements' | 'reviews' | 'reputation';

/** The rows that govern the view of verifications, reviews and reputation. */
export const trustRows: ReadonlySet<string> = new Set(Object.keys(trustMatrix).filter((key) => key !== 'endorsements'));

/** The rows that govern the view of endorsements: an endorsement of a skill tells that there is the skill. */
export const endorsementRows: ReadonlySet<string> = new Set<TrustSection | 'skills'>(['endorsements', 'skills']);
