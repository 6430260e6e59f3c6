/** German. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Wird geladen',
  signedOut: 'Melden Sie sich an, um dies zu sehen.',
  unavailable: 'Dies ist für Sie nicht verfügbar.',
  error: 'Dies konnte nicht geladen werden.',
  failed: 'Das ist fehlgeschlagen. Nichts wurde geändert.',
  expired: 'Ihre Sitzung ist beendet. Melden Sie sich wieder an.',
  busy: 'Das war zu viel auf einmal. Warten Sie einen Moment und versuchen Sie es erneut.',
};
