/** Brazilian Portuguese. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Carregando',
  signedOut: 'Entre para ver isto.',
  unavailable: 'Isto não está disponível para você.',
  error: 'Não foi possível carregar.',
};
