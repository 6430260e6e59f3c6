/** German. */
import type { AccessLogTerms } from '../terms.ts';

export const words: AccessLogTerms = {
  title: 'Wer Ihre Daten gesehen hat',
  intro:
    'Mitglieder, die nicht öffentliche Teile Ihres Profils öffnen, geben an, wofür und wie lange. Jeder Zugriff bleibt in dieser Liste.',
  empty: 'Niemand hat nicht öffentliche Teile Ihres Profils geöffnet.',
  open: 'Zurzeit offen',
  history: 'Alle Zugriffe',
  noneOpen: 'Zurzeit hat niemand Zugriff.',
  who: 'Wer',
  what: 'Was',
  why: 'Warum',
  when: 'Wann',
  until: 'Bis',
  untilLatest: 'Längstens bis',
  unnamed: 'Ein Mitglied, dessen Profil Sie nicht sehen dürfen',
  end: 'Zugriff beenden',
  ended: 'Der Zugriff ist beendet.',
  endedBefore: 'Dieser Zugriff war schon beendet.',
  earlier: 'Frühere Zugriffe zeigen',
  shown: (count, written) => `${written} ${count === 1 ? 'früherer Zugriff wird' : 'frühere Zugriffe werden'} gezeigt.`,
};
