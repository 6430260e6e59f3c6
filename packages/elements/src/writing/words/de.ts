/** German. */
import type { WritingTerms } from '../terms.ts';

export const words: WritingTerms = {
  loading: 'Wird geladen',
  signedOut: 'Zum Bearbeiten bitte anmelden.',
  error: 'Das konnte nicht geladen werden.',
  offline: 'Zurzeit keine Verbindung.',
  retry: 'Erneut versuchen',
  save: 'Speichern',
  discard: 'Änderungen verwerfen',
  undo: 'Rückgängig',
  clean: 'Alle Änderungen sind gespeichert.',
  dirty: 'Noch nicht gespeichert.',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert.',
  unsent:
    'Nicht gespeichert: keine Verbindung. Die Änderungen bleiben erhalten und werden gesendet, sobald sie wieder besteht.',
  waiting: (seconds, written) =>
    `Noch nicht gespeichert: zu viele Änderungen auf einmal. Nächster Versuch in ${written} ${seconds === 1 ? 'Sekunde' : 'Sekunden'}.`,
  expired: 'Nicht gespeichert: Sie sind abgemeldet. Die Änderungen bleiben erhalten, bis Sie sich wieder anmelden.',
  failed: 'Nicht gespeichert. Die Änderungen bleiben erhalten.',
  invalid: 'Nicht gespeichert: Bitte die Angaben prüfen.',
  conflict: 'Inzwischen anderswo geändert: Bitte wählen.',
  theirs: 'Anderswo gespeichert',
  keepMine: 'Eigenes behalten',
  takeTheirs: 'Anderes übernehmen',
  empty: 'Leer',
  restored: 'Ihre nicht gespeicherten Änderungen sind wieder da.',
  required: 'Bitte ausfüllen.',
  max: (written) => `Bitte auf ${written} Zeichen kürzen.`,
  url: 'Bitte eine ganze Adresse angeben, die mit https:// beginnt.',
  email: 'Bitte eine ganze E-Mail-Adresse angeben.',
  count: (used, max) => `${used} von ${max} Zeichen`,
  none: 'Keine Angabe',
};
