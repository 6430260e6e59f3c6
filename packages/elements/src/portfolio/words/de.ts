/** German. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: 'Portfolio wird geladen',
  unavailable: 'Dieses Portfolio ist nicht verfügbar.',
  error: 'Dieses Portfolio konnte nicht geladen werden.',
  badges: 'Abzeichen',
  validUntil: (date) => `Gültig bis ${date}`,
  expired: (date) => `Abgelaufen (${date})`,
  nothing: 'Hier gibt es nichts zu sehen.',
};
