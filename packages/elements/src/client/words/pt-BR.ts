/** Brazilian Portuguese. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Carregando',
  signedOut: 'Entre para ver isto.',
  unavailable: 'Isto não está disponível para você.',
  error: 'Não foi possível carregar.',
  failed: 'Não deu certo. Nada foi alterado.',
  expired: 'Sua sessão terminou. Entre novamente.',
  busy: 'Foi demais de uma vez. Espere um momento e tente de novo.',
};
