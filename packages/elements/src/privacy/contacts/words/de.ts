/** German. */
import type { ContactsTerms } from '../terms.ts';

export const words: ContactsTerms = {
  title: 'Kontakte',
  intro:
    'Kontakte sind Personen, die beide zugestimmt haben. In Ihren Privatsphäre-Einstellungen können Sie ihnen Teile Ihres Profils öffnen.',
  empty: 'Sie haben noch keine Kontakte.',

  ask: 'Jemanden anfragen',
  handle: 'Handle',
  handleHelp: 'Das Ende der Adresse ihrer Seite. Ihren sieht die Person. Gigsy verrät nicht, ob jemand ihn hat.',
  handleWanted: 'Verwenden Sie 2 bis 40 Zeichen: a bis z, 0 bis 9 und Bindestriche dazwischen.',
  ownHandle: 'Das ist Ihr eigener Handle.',
  send: 'Anfragen',
  asked: (name) => `Sie haben ${name} angefragt.`,
  noProfile: 'Legen Sie zuerst ein Profil an. Wen Sie anfragen, sieht es.',
  tooManyAsks: 'Es sind so viele Ihrer Anfragen offen wie möglich. Nehmen Sie zuerst eine zurück.',
  tooOften: 'Sie haben heute viele Personen angefragt. Versuchen Sie es morgen wieder.',

  incoming: 'Anfragen an Sie',
  accept: 'Annehmen',
  decline: 'Ablehnen',
  accepted: (name) => `${name} ist jetzt Ihr Kontakt.`,
  declined: (name) => `Abgelehnt. ${name} erfährt nichts davon.`,
  tooMany: 'Sie oder die andere Person haben so viele Kontakte wie möglich. Beenden Sie zuerst einen.',

  open: 'Ihre Anfragen',
  openMore: 'Eine Anfrage ohne Antwort endet nach 30 Tagen.',
  until: (date) => `Offen bis ${date}`,
  withdraw: 'Zurücknehmen',
  withdrawn: (name) => `Ihre Anfrage an ${name} ist zurückgenommen.`,

  contacts: 'Ihre Kontakte',
  none: 'Sie haben noch keine Kontakte.',
  unnamed: 'Jemand, dessen Profil Sie nicht sehen dürfen',
  since: (date) => `Seit ${date}`,
  end: 'Beenden',
  ended: (name) => `${name} ist nicht mehr Ihr Kontakt.`,
  more: 'Mehr Kontakte zeigen',
  shown: (count, written) => `${written} ${count === 1 ? 'weiterer Kontakt' : 'weitere Kontakte'} gezeigt.`,

  over: 'Das war schon vorbei.',
};
