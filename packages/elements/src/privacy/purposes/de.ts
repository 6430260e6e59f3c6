/** German. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: 'Einstellung',
  admissions: 'Zulassung',
  mentoring: 'Mentoring',
  verification: 'Überprüfung',
  support: 'Support',
  moderation: 'Moderation',
  other: 'Anderer Grund',
};
