/** English. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: 'Hiring',
  admissions: 'Admissions',
  mentoring: 'Mentoring',
  verification: 'Verification',
  support: 'Support',
  moderation: 'Moderation',
  other: 'Another reason',
};
