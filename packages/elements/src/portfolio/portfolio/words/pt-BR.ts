/** Brazilian Portuguese. */
import type { PortfolioWords } from '../words.ts';

export const words: PortfolioWords = {
  title: 'Portfólio',
  courses: 'Certificados',
  gigs: 'Trabalhos',
  contributions: 'Contribuições',
  project: 'Projeto',
  media: 'Mídia',
  document: 'Documento',
  search: 'Pesquisar no portfólio',
  all: 'Tudo',
  kinds: 'Tipo de item',
  shown: (count, total) => `${count} de ${total} itens`,
  noMatch: 'Nenhum item corresponde.',
  skills: 'Habilidades com evidências',
  entries: (count, written) => `${written} ${count < 2 ? 'item' : 'itens'}`,
  details: 'Detalhes',
  close: 'Fechar',
  client: 'Cliente',
  credential: 'Credencial',
  criteria: 'Critérios',
  evidence: 'Evidências',
  page: 'Página vinculada',
  files: 'Arquivos',
  partial: 'Há mais itens do que os mostrados aqui.',
};
