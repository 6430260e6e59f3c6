/** Spanish. */
import type { Terms } from './terms.ts';

export const table: Terms = {
  code: 'es',
  loading: 'Cargando el perfil',
  unavailable: 'Este perfil no está disponible.',
  error: 'No se pudo cargar este perfil.',
  offline: 'Sin conexión por el momento.',
  retry: 'Reintentar',
  open: 'Disponible',
  limited: 'Disponibilidad limitada',
  closed: 'No disponible',
  remote: 'En remoto',
  skills: 'Aptitudes',
  moreSkills: (count, written) => (count === 1 ? 'Otra aptitud' : `Otras ${written} aptitudes`),
  comma: ', ',
};
