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
  table: 'Tabela simples para leitores de tela',
  sortBy: 'Ordenar por',
  listed: 'Como listadas',
  other: 'Outras',
  shown: (count, total) => `${count} de ${total} competências`,
  noMatch: 'Nenhuma competência corresponde.',
};
