/** French. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: 'Recrutement',
  admissions: 'Admissions',
  mentoring: 'Mentorat',
  verification: 'Vérification',
  support: 'Assistance',
  moderation: 'Modération',
  other: 'Autre raison',
};
