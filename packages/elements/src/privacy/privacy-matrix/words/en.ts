/** English. */
import type { PrivacyMatrixTerms } from '../terms.ts';

export const words: PrivacyMatrixTerms = {
  title: 'Who sees what, and why it is kept',
  intro:
    'Each part of a profile, with those who see it until you choose otherwise. You alone can open it up. An operator can hide a whole account, and open nothing of it.',
  role: 'Role',
  field: 'Part',
  first: 'Seen at first by',
  who: 'Who may change that',
  basis: 'Legal basis (GDPR)',
  kept: 'Kept',
  where: 'Can appear in',
  owner: (widest) => `You, up to: ${widest}`,
  notNamed: 'Not for people you name',
  nobody: 'Nobody: it follows the whole profile',
  grounds: {
    contract: 'Contract, Art. 6(1)(b)',
    consent: 'Consent, Art. 6(1)(a)',
    obligation: 'Legal duty, Art. 6(1)(c)',
    interest: 'Legitimate interest, Art. 6(1)(f)',
    none: 'No data of people',
  },
  special: 'May tell of sensitive things, Art. 9(2)(a)',
  account: 'As long as your account',
  after: {
    removedItems: (time) => `Removed entries: ${time}`,
    uploads: (time) => `Pictures you did not keep: ${time}`,
    other: (time) => `Copies: ${time}`,
  },
  place: {
    web: 'Public pages',
    members: 'Pages for members',
    accesses: 'Accesses in your log',
    own: 'Your pages and your copy',
  },
};
