/** Spanish. */
import type { PortfolioWords } from '../words.ts';

export const words: PortfolioWords = {
  title: 'Portafolio',
  courses: 'Certificados',
  gigs: 'Encargos',
  contributions: 'Contribuciones',
  project: 'Proyecto',
  media: 'Multimedia',
  document: 'Documento',
  search: 'Buscar en el portafolio',
  all: 'Todo',
  kinds: 'Tipo de entrada',
  shown: (count, total) => `${count} de ${total} entradas`,
  noMatch: 'Ninguna entrada coincide.',
  skills: 'Aptitudes con pruebas',
  entries: (count, written) => `${written} ${count === 1 ? 'entrada' : 'entradas'}`,
  details: 'Detalles',
  close: 'Cerrar',
  client: 'Cliente',
  credential: 'Credencial',
  criteria: 'Criterios',
  evidence: 'Pruebas',
  page: 'Página enlazada',
  files: 'Archivos',
  partial: 'Hay más entradas de las que se muestran aquí.',
};
