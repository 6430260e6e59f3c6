/** Spanish. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: 'Contratación',
  admissions: 'Admisiones',
  mentoring: 'Mentoría',
  verification: 'Verificación',
  support: 'Soporte',
  moderation: 'Moderación',
  other: 'Otro motivo',
};
