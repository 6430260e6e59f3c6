/** Spanish. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/es.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: 'Los perfiles en cifras',
  upTo: (time) => `Contado hasta ${time}`,
  none: 'Aún no se ha contado nada.',
  completeness: 'Perfiles por solidez',
  band: (from, to) => `${from} a ${to}`,
  timeToComplete: 'Tiempo hasta que un perfil llegó a 80',
  times: ['Hasta una hora', 'Hasta un día', 'Hasta una semana', 'Hasta cuatro semanas', 'Más'],
  edits: 'Ediciones por sección, últimos 28 días',
  table: 'Mostrar como tabla',
  profiles: 'Perfiles',
  day: 'Día',
  all: 'Todos',
};
