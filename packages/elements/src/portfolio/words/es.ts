/** Spanish. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: 'Cargando el portafolio',
  unavailable: 'Este portafolio no está disponible.',
  error: 'No se pudo cargar este portafolio.',
  badges: 'Insignias',
  validUntil: (date) => `Válido hasta ${date}`,
  expired: (date) => `Caducado (${date})`,
  nothing: 'No hay nada que mostrar aquí.',
};
