/** Brazilian Portuguese; the other Portuguese reads it too. */
import type { Table } from './terms.ts';

export const table: Table = {
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
  sections: {
    about: 'Sobre',
    experience: 'Experiência',
    education: 'Formação',
    languages: 'Idiomas',
    nothing: 'Não há nada para mostrar aqui.',
    present: 'atualmente',
  },
  matrix: {
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
  },
};
