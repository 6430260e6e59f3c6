/** French. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Chargement',
  signedOut: 'Connectez-vous pour voir ceci.',
  unavailable: 'Ceci ne vous est pas accessible.',
  error: 'Le chargement a échoué.',
  failed: 'Échec. Rien n’a été modifié.',
  expired: 'Votre session est terminée. Reconnectez-vous.',
  busy: 'C’était trop à la fois. Attendez un instant, puis réessayez.',
};
