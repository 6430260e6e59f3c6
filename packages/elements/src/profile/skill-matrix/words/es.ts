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
  table: 'Tabla simple para lectores de pantalla',
  sortBy: 'Ordenar por',
  listed: 'Como aparecen',
  other: 'Otras',
  shown: (count, total) => `${count} de ${total} aptitudes`,
  noMatch: 'Ninguna aptitud coincide.',
};
