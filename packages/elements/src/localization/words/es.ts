/** Spanish. */
import type { Table } from '../terms.ts';

export const words: Table = {
  code: 'es',
  loading: 'Cargando el perfil',
  unavailable: 'Este perfil no está disponible.',
  error: 'No se pudo cargar este perfil.',
  offline: 'Sin conexión por el momento.',
  retry: 'Reintentar',
  more: 'Más',
  open: 'Disponible',
  limited: 'Disponibilidad limitada',
  closed: 'No disponible',
  remote: 'En remoto',
  skills: 'Aptitudes',
  moreSkills: (count, written) => (count === 1 ? 'Otra aptitud' : `Otras ${written} aptitudes`),
  comma: ', ',
  levels: ['Aprendiendo', 'Básico', 'Competente', 'Avanzado', 'Experto'],
  panel: {
    from: (date) => `Desde ${date}`,
  },
};
