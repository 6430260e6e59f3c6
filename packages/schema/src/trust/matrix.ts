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
} as const satisfies Record<string, MatrixRow>;

/** The section of the matrix that the trust domain owns. */
export type TrustSection = 'verification';

/** The rows that govern a view. */
export const trustRows: ReadonlySet<string> = new Set(Object.keys(trustMatrix));
