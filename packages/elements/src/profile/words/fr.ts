/** French. */
import type { ProfileWords } from '../words.ts';

export const words: ProfileWords = {
  about: 'À propos',
  experience: 'Expérience',
  education: 'Formation',
  projects: 'Projets',
  languages: 'Langues',
  nothing: 'Rien à afficher ici.',
  present: 'aujourd’hui',
  endUnknown: 'fin inconnue',
};
