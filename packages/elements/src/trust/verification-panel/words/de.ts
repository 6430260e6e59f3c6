/** German. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Bestätigungen',
  intro:
    'Andere sehen, dass eine Adresse oder Nummer bestätigt wurde, von wem und bis wann es gilt. Die Adresse oder Nummer sehen sie nie. Domains und Seiten sehen sie, wo Sie sie zeigen.',
  empty: 'Legen Sie zuerst ein Profil an.',
  levels: {
    none: 'Noch ist nichts bestätigt.',
    email: 'Ihre Stufe: E-Mail-Adresse',
    phone: 'Ihre Stufe: Telefonnummer',
    organisation: 'Ihre Stufe: Organisation',
    government: 'Ihre Stufe: amtlicher Ausweis',
  },

  methods: {
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    domain: 'Domain Ihrer Organisation',
    link: 'Ihre Seiten',
    document: 'Ausweis',
  },
  help: {
    email: 'Gigsy schickt einen Code mit sechs Ziffern dorthin.',
    phone: 'Mit Landesvorwahl, etwa +43 664 1234567. Gigsy schickt einen Code mit sechs Ziffern dorthin.',
    domain: 'So, wie sie registriert ist, etwa example.org. Andere sehen den Namen nur, wenn Sie ihn zeigen.',
    link: 'Eine Seite anderswo, die auf Ihr Profil verweist.',
    document: 'Ein Anbieter prüft ihn. Gigsy erfährt nur das Ergebnis und bekommt kein Bild davon.',
  },
  wanted: {
    email: 'Geben Sie eine E-Mail-Adresse ein, etwa ada@example.org.',
    phone: 'Geben Sie eine Nummer mit Landesvorwahl ein, etwa +43 664 1234567.',
    domain: 'Geben Sie eine Domain so ein, wie sie registriert ist, etwa example.org.',
    link: 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
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

  claims: {
    add: { domain: 'Domain hinzufügen', link: 'Seite hinzufügen' },
    added: (subject) => `${subject} ist hinzugefügt. Tun Sie nun, was unten steht.`,
    record: 'Legen Sie einen TXT-Eintrag mit diesem Namen an',
    line: 'und diesem Text',
    file: 'Oder legen Sie den Text als Datei unter diese Adresse',
    backLink: 'Verweisen Sie dort mit rel="me" auf diese Adresse',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    notCopied: 'Das ließ sich nicht kopieren. Markieren Sie stattdessen den Text.',
    check: 'Jetzt prüfen',
    checking: 'Gigsy sieht nach.',
    waits: (date) => `Gigsy sieht bis ${date} immer wieder nach.`,
    stays: 'Lassen Sie es dort: Gigsy sieht jede Woche wieder nach.',
    faults: {
      not_shown: (time) => `Zuletzt am ${time} nachgesehen: Es ist nicht da.`,
      other_token: (time) =>
        `Zuletzt am ${time} nachgesehen: Dort steht ein Text für jemand anderen oder eine andere Domain.`,
      unreachable: (time) => `Zuletzt am ${time} nachgesehen: Niemand hat geantwortet.`,
    },
    dropped: 'Zurückgenommen.',
    tooMany: 'Sie haben so viele Domains und Seiten wie möglich. Nehmen Sie zuerst eine zurück.',
    notOffered: 'Das lässt sich derzeit nicht prüfen.',
  },
  documents: {
    begin: 'Prüfung beginnen',
    begun: 'Die Prüfung hat begonnen.',
    goOn: 'Beim Anbieter fortfahren',
    states: {
      opening: 'Der Anbieter wird gefragt.',
      open: 'Die Prüfung läuft. Das Ergebnis steht dann hier.',
      unreachable: 'Der Anbieter antwortet nicht. Versuchen Sie es später.',
      failed: 'Die Prüfung wurde nicht bestanden.',
      lapsed: 'Die Zeit für die Prüfung war um.',
    },
    standIn: 'Diese Installation dient der Entwicklung: Kein Ausweis wird geprüft. Wählen Sie, wie die Prüfung endet.',
    plays: {
      pass: 'Bestehen',
      fail: 'Nicht bestehen',
      lapse: 'Zeit ablaufen lassen',
      repeat: 'Bestehen, zweimal gemeldet',
    },
  },

  noProfile: 'Legen Sie zuerst ein Profil an.',
  tooOften: 'Sie haben so viele Codes wie möglich angefordert. Versuchen Sie es morgen wieder.',
  noSender: 'Nachrichten können derzeit nicht gesendet werden.',
  over: 'Das war schon vorbei.',
  outbox: (subject, code) =>
    `Diese Installation dient der Entwicklung und sendet keine Nachrichten. Der Code für ${subject}: ${code}`,
};
