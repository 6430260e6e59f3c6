/** English. */
import type { PrivacyMatrixTerms } from '../terms.ts';

export const words: PrivacyMatrixTerms = {
  title: 'Who sees what, and why it is kept',
  intro:
    'Who sees each part of a profile until you choose otherwise. You alone can open it. Operators can hide an account, and open nothing of it.',
  role: 'Role',
  field: 'Part',
  first: 'Seen at first by',
  who: 'Who may change that',
  basis: 'Legal basis (GDPR)',
  kept: 'Kept',
  where: 'Can appear in',
  owner: (widest) => `You, up to: ${widest}`,
  notNamed: 'Not for people you name',
  nobody: 'Nobody: it follows the profile',
  grounds: {
    contract: 'Contract, Art. 6(1)(b)',
    consent: 'Consent, Art. 6(1)(a)',
    obligation: 'Legal duty, Art. 6(1)(c)',
    interest: 'Legitimate interest, Art. 6(1)(f)',
    none: 'No data of people',
  },
  special: 'May be sensitive, Art. 9(2)(a)',
  account: 'As long as your account',
  after: {
    removedItems: (time) => `Removed entries: ${time}`,
    uploads: (time) => `Pictures not kept: ${time}`,
    endedVerifications: (time) => `Ended proofs: ${time}`,
  },
  place: {
    web: 'Public pages',
    members: 'Pages for members',
    accesses: 'Accesses in your log',
    own: 'Your pages and your copy',
  },
};
