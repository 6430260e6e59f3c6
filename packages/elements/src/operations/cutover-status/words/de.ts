/** German. */
import type { CutoverWords } from '../words.ts';

export const words: CutoverWords = {
  title: 'Umstellung der Profil-Lesezugriffe',
  offline: 'Zurzeit keine Verbindung.',
  drift: (count, written) => `Abweichungen: ${written} ${count === 1 ? 'offener Befund' : 'offene Befunde'}`,
  noDrift: 'Abweichungen: keine offenen Befunde',
  cohorts: {
    staff: { name: 'Team', who: 'Moderatoren und Administratoren' },
    pilot: { name: 'Pilotgruppe', who: '5 von 100 aller anderen' },
    early: { name: 'Frühe', who: '25 weitere von 100' },
    rest: { name: 'Übrige', who: 'Alle anderen' },
  },
  phases: {
    'dual-write': 'Doppelt schreiben',
    'shadow-read': 'Verdeckt vergleichen',
    normalized: 'Normalisiert',
    retired: 'Stillgelegt',
  },
  progress: 'Phasen',
  since: (date) => `Seit ${date}`,
  compared: (count, written) => `${written} ${count === 1 ? 'Profil' : 'Profile'} verglichen`,
  emptied: (count, written) => `${written} ${count === 1 ? 'Abbild' : 'Abbilder'} gelöscht`,
  going: 'läuft noch',
  differences: (count, written) =>
    count === 1 ? `${written} Profil wird verschieden gelesen:` : `${written} Profile werden verschieden gelesen:`,
  moreThan: (written) => `mehr als ${written}`,
  obstacles: {
    drift: 'Befunde von Abweichungen sind offen.',
    differences: 'Abbild und Zeilen werden verschieden gelesen.',
    comparison: 'Noch nicht alle Profile wurden verglichen.',
  },
  forward: (phase) => `Weiter zu „${phase}“`,
  back: (phase) => `Zurück zu „${phase}“`,
  ask: 'Die Abbilder dieser Gruppe löschen? Sie lassen sich nicht wiederherstellen.',
  retire: 'Abbilder löschen',
  keep: 'Behalten',
  moving: 'Wird umgestellt',
  moved: (cohort, phase) => `${cohort}: jetzt in der Phase „${phase}“.`,
  conflict: 'Jemand anderes hat diese Gruppe umgestellt. Hier steht, wo sie jetzt ist.',
  notReady: 'Dieser Schritt ist noch nicht möglich.',
  failed: 'Dieser Schritt ist fehlgeschlagen. Nichts wurde geändert.',
};
