/** German. */
import type { PortfolioWords } from '../words.ts';

export const words: PortfolioWords = {
  title: 'Portfolio',
  courses: 'Zertifikate',
  gigs: 'Aufträge',
  contributions: 'Beiträge',
  project: 'Projekt',
  media: 'Medien',
  document: 'Dokument',
  search: 'Portfolio durchsuchen',
  all: 'Alle',
  kinds: 'Art des Eintrags',
  shown: (count, total) => `${count} von ${total} Einträgen`,
  noMatch: 'Kein Eintrag passt.',
  skills: 'Fähigkeiten mit Belegen',
  entries: (count, written) => `${written} ${count === 1 ? 'Eintrag' : 'Einträge'}`,
  details: 'Einzelheiten',
  close: 'Schließen',
  client: 'Auftraggeber',
  credential: 'Nachweis',
  criteria: 'Kriterien',
  evidence: 'Belege',
  page: 'Verlinkte Seite',
  files: 'Dateien',
  partial: 'Es gibt mehr Einträge, als hier zu sehen sind.',
};
