/** French. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: 'Chargement du portfolio',
  unavailable: 'Ce portfolio n’est pas disponible.',
  error: 'Ce portfolio n’a pas pu être chargé.',
  badges: 'Badges',
  validUntil: (date) => `Fin de validité : ${date}`,
  expired: (date) => `Expiré (${date})`,
  nothing: 'Il n’y a rien à afficher ici.',
};
