/** German. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/de.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: 'Profile in Zahlen',
  upTo: (time) => `Gezählt bis ${time}`,
  none: 'Noch wurde nichts gezählt.',
  completeness: 'Profile nach Stärke',
  band: (from, to) => `${from} bis ${to}`,
  timeToComplete: 'Zeit, bis ein Profil 80 erreichte',
  times: ['Bis eine Stunde', 'Bis ein Tag', 'Bis eine Woche', 'Bis vier Wochen', 'Länger'],
  edits: 'Änderungen nach Abschnitt, letzte 28 Tage',
  table: 'Als Tabelle zeigen',
  profiles: 'Profile',
  day: 'Tag',
  all: 'Alle',
};
