/** German. */
import type { ProfileWords } from '../words.ts';

export const words: ProfileWords = {
  about: 'Über mich',
  experience: 'Berufserfahrung',
  education: 'Ausbildung',
  projects: 'Projekte',
  languages: 'Sprachen',
  nothing: 'Hier gibt es nichts anzuzeigen.',
  present: 'heute',
  endUnknown: 'Ende unbekannt',
};
