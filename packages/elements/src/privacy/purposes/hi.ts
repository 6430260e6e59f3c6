/** Hindi. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: 'भर्ती',
  admissions: 'दाख़िला',
  mentoring: 'मार्गदर्शन',
  verification: 'सत्यापन',
  support: 'सहायता',
  moderation: 'मॉडरेशन',
  other: 'कोई और कारण',
};
