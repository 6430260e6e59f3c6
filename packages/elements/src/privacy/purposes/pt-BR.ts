/** Brazilian Portuguese. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: 'Contratação',
  admissions: 'Admissões',
  mentoring: 'Mentoria',
  verification: 'Verificação',
  support: 'Suporte',
  moderation: 'Moderação',
  other: 'Outro motivo',
};
