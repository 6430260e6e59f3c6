/** German. */
import type { PrivacyMatrixTerms } from '../terms.ts';

export const words: PrivacyMatrixTerms = {
  title: 'Wer was sieht, und warum es gespeichert ist',
  intro:
    'Jeder Teil eines Profils mit denen, die ihn sehen, solange Sie nichts anderes wählen. Nur Sie können ihn öffnen. Ein Betreiber kann ein ganzes Konto verbergen, aber nichts davon öffnen.',
  role: 'Rolle',
  field: 'Teil',
  first: 'Zuerst sichtbar für',
  who: 'Wer das ändern darf',
  basis: 'Rechtsgrundlage (DSGVO)',
  kept: 'Gespeichert',
  where: 'Kann erscheinen in',
  owner: (widest) => `Sie, höchstens für: ${widest}`,
  notNamed: 'Nicht für von Ihnen Benannte',
  nobody: 'Niemand: folgt dem ganzen Profil',
  grounds: {
    contract: 'Vertrag, Art. 6 Abs. 1 b',
    consent: 'Einwilligung, Art. 6 Abs. 1 a',
    obligation: 'Rechtliche Pflicht, Art. 6 Abs. 1 c',
    interest: 'Berechtigtes Interesse, Art. 6 Abs. 1 f',
    none: 'Keine Daten von Personen',
  },
  special: 'Kann Sensibles verraten, Art. 9 Abs. 2 a',
  account: 'Solange das Konto besteht',
  after: {
    removedItems: (time) => `Entfernte Einträge: ${time}`,
    uploads: (time) => `Nicht übernommene Bilder: ${time}`,
    endedVerifications: (time) => `Beendete Nachweise: ${time}`,
  },
  place: {
    web: 'Öffentlichen Seiten',
    members: 'Seiten für Mitglieder',
    accesses: 'Zugriffen in Ihrem Protokoll',
    own: 'Ihren Seiten und Ihrer Kopie',
  },
};
