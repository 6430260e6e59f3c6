/** German. */
import type { EndorsementsWords } from '../words.ts';

export const words: EndorsementsWords = {
  title: 'Empfehlungen',
  nothing: 'Hier gibt es nichts zu sehen.',
  skills: 'Empfohlene Kenntnisse und wie oft',
  forSkills: (skills) => `Für ${skills}`,
  writtenOn: (date) => `Geschrieben am ${date}`,
  levels: {
    email: 'E-Mail-Adresse bestätigt',
    phone: 'Telefonnummer bestätigt',
    organisation: 'Organisation bestätigt',
    government: 'Identität bestätigt',
  },
  more: 'Alle zeigen',
};
