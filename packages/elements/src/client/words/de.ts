/** German. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Wird geladen',
  signedOut: 'Melden Sie sich an, um dies zu sehen.',
  unavailable: 'Dies ist für Sie nicht verfügbar.',
  error: 'Dies konnte nicht geladen werden.',
};
