/** Spanish. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Cargando',
  signedOut: 'Inicia sesión para ver esto.',
  unavailable: 'Esto no está disponible para ti.',
  error: 'No se ha podido cargar.',
};
