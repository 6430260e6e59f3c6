/** Brazilian Portuguese; the other Portuguese reads it too. */
import type { Table } from '../terms.ts';

export const words: Table = {
  code: 'pt',
  loading: 'Carregando o perfil',
  unavailable: 'Este perfil não está disponível.',
  error: 'Não foi possível carregar este perfil.',
  offline: 'Sem conexão no momento.',
  retry: 'Tentar novamente',
  more: 'Mais',
  open: 'Disponível',
  limited: 'Disponibilidade limitada',
  closed: 'Indisponível',
  remote: 'Remoto',
  skills: 'Competências',
  moreSkills: (count, written) => (count === 1 ? 'Mais 1 competência' : `Mais ${written} competências`),
  comma: ', ',
  levels: ['Aprendiz', 'Básico', 'Competente', 'Avançado', 'Especialista'],
  panel: {
    from: (date) => `A partir de ${date}`,
  },
};
