/** Spanish. */
import type { ProfileWords } from '../words.ts';

export const words: ProfileWords = {
  about: 'Acerca de',
  experience: 'Experiencia',
  education: 'Formación',
  projects: 'Proyectos',
  languages: 'Idiomas',
  nothing: 'No hay nada que mostrar.',
  present: 'actualidad',
  endUnknown: 'final desconocido',
};
