/** German. */
import type { AccessLogTerms } from '../terms.ts';
import { purposes } from '../../purposes/de.ts';

export const words: AccessLogTerms = {
  purposes,
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
  sent: 'An andere gesendet',
  sentMore: 'Wenn Gigsy Daten von Ihnen an andere sendet, steht es hier. Das sind die letzten Male.',
  toWhom: 'An wen',
  party: {
    github: 'GitHub',
    clerk: 'Clerk, wo Sie sich anmelden',
    pictureHost: 'Die Website, von der Ihr Bild kommt',
    linkHost: 'Die Website einer Seite, auf die Ihr Portfolio verweist',
    messageProvider: 'Der Anbieter, der unsere E-Mails und SMS versendet',
    claimedHost: 'Die Website einer Domain oder Seite, die Sie als Ihre angeben',
    identityProvider: 'Der Anbieter, der Ausweise prüft',
  },
  part: {
    'imports.account': 'Name Ihres Kontos dort',
    'account.user': 'Ihr Anmeldekonto',
    'verification.subject': 'Ihre Adresse oder Nummer',
    'verification.claim': 'Eine Domain oder Seite, die Sie als Ihre angeben',
    'account.handle': 'Ihr Handle',
  },
  earlier: 'Frühere Zugriffe zeigen',
  shown: (count, written) => `${written} ${count === 1 ? 'früherer Zugriff wird' : 'frühere Zugriffe werden'} gezeigt.`,
  views: 'Aufrufe durch alle',
  viewsIntro:
    'Wie oft Ihr Profil in den letzten 30 Tagen im Web ungefähr gelesen wurde: eine Schätzung aus einer Stichprobe. Niemand wird genannt; Ihre eigenen Besuche zählen mit.',
  noViews: 'Noch keine Aufrufe gezählt.',
  day: 'Tag',
  count: 'Aufrufe',
  viewed: (count, written) => `${written} ${count === 1 ? 'Aufruf' : 'Aufrufe'} insgesamt.`,
};
