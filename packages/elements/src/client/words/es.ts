/** Spanish. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Cargando',
  signedOut: 'Inicia sesión para ver esto.',
  unavailable: 'Esto no está disponible para ti.',
  error: 'No se ha podido cargar.',
  failed: 'No se ha podido hacer. No ha cambiado nada.',
  expired: 'Tu sesión ha terminado. Inicia sesión de nuevo.',
  busy: 'Han sido demasiadas peticiones a la vez. Espera un momento e inténtalo de nuevo.',
};
