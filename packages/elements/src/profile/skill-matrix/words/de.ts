/** German. */
import type { MatrixWords } from '../words.ts';

export const words: MatrixWords = {
  skill: 'Kenntnis',
  level: 'Stufe',
  years: 'Jahre',
  evidence: 'Nachweise',
  endorsements: 'Empfehlungen',
  filter: 'Kenntnisse filtern',
  group: 'Nach Kategorie gruppieren',
  table: 'Einfache Tabelle für Screenreader',
  sortBy: 'Sortieren nach',
  listed: 'Wie aufgeführt',
  other: 'Weitere',
  shown: (count, total) => `${count} von ${total} Kenntnissen`,
  noMatch: 'Keine passende Kenntnis.',
};
