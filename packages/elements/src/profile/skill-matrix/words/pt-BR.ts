/** Brazilian Portuguese. */
import type { MatrixWords } from '../words.ts';

export const words: MatrixWords = {
  skill: 'Competência',
  level: 'Nível',
  years: 'Anos',
  evidence: 'Evidências',
  endorsements: 'Recomendações',
  filter: 'Filtrar competências',
  group: 'Agrupar por categoria',
  table: 'Ver como tabela',
  other: 'Outras',
  shown: (count, total) => `${count} de ${total} competências`,
  noMatch: 'Nenhuma competência corresponde.',
};
