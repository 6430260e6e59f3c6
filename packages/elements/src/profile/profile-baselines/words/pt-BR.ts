/** Brazilian Portuguese. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/pt-BR.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: 'Perfis em números',
  upTo: (time) => `Contado até ${time}`,
  none: 'Nada foi contado ainda.',
  completeness: 'Perfis por força',
  band: (from, to) => `${from} a ${to}`,
  timeToComplete: 'Tempo até um perfil chegar a 80',
  times: ['Até uma hora', 'Até um dia', 'Até uma semana', 'Até quatro semanas', 'Mais'],
  edits: 'Edições por seção, últimos 28 dias',
  table: 'Mostrar como tabela',
  profiles: 'Perfis',
  day: 'Dia',
  all: 'Todos',
};
