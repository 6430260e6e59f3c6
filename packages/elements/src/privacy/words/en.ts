/** English. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/en.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: 'Your whole profile',
  field: {
    'identity.displayName': 'Name',
    'identity.headline': 'Headline',
    'identity.pronouns': 'Pronouns',
    'identity.avatarUrl': 'Picture',
    'identity.location': 'Place',
    'contact.email': 'E-mail',
    'contact.phone': 'Phone',
    'contact.website': 'Website',
    'education.score': 'Grade',
    'education.gpa': 'Grade point average',
    'availability.rate': 'Rate',
    'organisation.openingsEmail': 'E-mail for applicants',
    'verification.domain': 'Domain',
    'verification.link': 'Page',
  },
  further: {
    courses: 'Courses',
    gigs: 'Gigs',
    badges: 'Badges',
    contributions: 'Contributions',
    verification: 'Verifications',
    endorsements: 'Endorsements',
    reviews: 'Reviews',
    reputation: 'Reputation',
  },
  visibility: {
    public: 'Anyone on the web',
    platform: 'Signed-in members',
    restricted: 'People you named',
    owner: 'Only you',
  },
  relation: { contact: 'Your contacts' },
  of: (whole, part) => `${whole}: ${part}`,
  cancel: 'Cancel',
};
