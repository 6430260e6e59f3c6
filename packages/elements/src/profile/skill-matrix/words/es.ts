/** Spanish. */
import type { MatrixWords } from '../words.ts';

export const words: MatrixWords = {
  skill: 'Aptitud',
  level: 'Nivel',
  years: 'Años',
  evidence: 'Pruebas',
  endorsements: 'Avales',
  filter: 'Filtrar aptitudes',
  group: 'Agrupar por categoría',
  table: 'Ver como tabla',
  other: 'Otras',
  shown: (count, total) => `${count} de ${total} aptitudes`,
  noMatch: 'Ninguna aptitud coincide.',
};
