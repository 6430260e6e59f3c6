/** Brazilian Portuguese. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: 'Carregando o portfólio',
  unavailable: 'Este portfólio não está disponível.',
  error: 'Não foi possível carregar este portfólio.',
  badges: 'Insígnias',
  validUntil: (date) => `Válido até ${date}`,
  expired: (date) => `Expirado (${date})`,
  nothing: 'Não há nada para mostrar aqui.',
};
