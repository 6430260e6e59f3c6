/** German. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Bestätigungen',
  intro:
    'Andere sehen, dass eine Adresse oder Nummer bestätigt wurde, von wem und bis wann es gilt. Die Adresse oder Nummer sehen sie nie.',
  empty: 'Legen Sie zuerst ein Profil an.',
  levels: {
    none: 'Noch ist nichts bestätigt.',
    email: 'Ihre Stufe: E-Mail-Adresse',
    phone: 'Ihre Stufe: Telefonnummer',
    organisation: 'Ihre Stufe: Organisation',
    government: 'Ihre Stufe: amtlicher Ausweis',
  },

  methods: { email: 'E-Mail-Adresse', phone: 'Telefonnummer' },
  help: {
    email: 'Gigsy schickt einen Code mit sechs Ziffern dorthin.',
    phone: 'Mit Landesvorwahl, etwa +43 664 1234567. Gigsy schickt einen Code mit sechs Ziffern dorthin.',
  },
  wanted: {
    email: 'Geben Sie eine E-Mail-Adresse ein, etwa ada@example.org.',
    phone: 'Geben Sie eine Nummer mit Landesvorwahl ein, etwa +43 664 1234567.',
  },
  send: 'Code senden',
  sent: (subject) => `Ein Code ist unterwegs an ${subject}.`,

  code: 'Code',
  codeHelp: (subject, time) => `Gesendet an ${subject}. Der Code gilt bis ${time}.`,
  codeWanted: 'Geben Sie die sechs Ziffern aus der Nachricht ein.',
  wrong: 'Dieser Code passt nicht oder gilt nicht mehr. Fordern Sie nach fünf Versuchen einen neuen an.',
  confirm: 'Bestätigen',
  confirmed: { email: 'Ihre E-Mail-Adresse ist bestätigt.', phone: 'Ihre Telefonnummer ist bestätigt.' },
  another: 'Neuen Code senden',
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Der Code gilt nicht mehr.',

  holds: (from, until) => `Bestätigt am ${from}. Gilt bis ${until}.`,
  endsSoon: (date) => `Das endet am ${date}. Bestätigen Sie es erneut, um es zu behalten.`,
  again: 'Erneut bestätigen',
  withdraw: 'Zurücknehmen',
  withdrawn: 'Zurückgenommen. Die Adresse oder Nummer ist gelöscht.',

  credential: 'Nachweis herunterladen',
  credentialSaved: 'Der Nachweis ist heruntergeladen. Alle, denen Sie ihn geben, können ihn prüfen.',
  credentialLate: 'Der Nachweis ist noch nicht fertig. Versuchen Sie es gleich noch einmal.',
  noCredentials: 'Nachweise können derzeit nicht ausgestellt werden.',

  earlier: 'Früher',
  ended: {
    expired: (date) => `Abgelaufen am ${date}`,
    withdrawn: (date) => `Zurückgenommen oder ersetzt am ${date}`,
    revoked: (date) => `Widerrufen am ${date}`,
  },

  noProfile: 'Legen Sie zuerst ein Profil an.',
  tooOften: 'Sie haben so viele Codes wie möglich angefordert. Versuchen Sie es morgen wieder.',
  noSender: 'Nachrichten können derzeit nicht gesendet werden.',
  over: 'Das war schon vorbei.',
  outbox: (subject, code) =>
    `Diese Installation dient der Entwicklung und sendet keine Nachrichten. Der Code für ${subject}: ${code}`,
};
