/** Brazilian Portuguese. */
import type { ProfileWords } from '../words.ts';

export const words: ProfileWords = {
  about: 'Sobre',
  experience: 'Experiência',
  education: 'Formação',
  projects: 'Projetos',
  languages: 'Idiomas',
  nothing: 'Não há nada para mostrar aqui.',
  present: 'atualmente',
  endUnknown: 'fim desconhecido',
};
