/** German. */
import type { ImportsTerms } from '../terms.ts';

export const words: ImportsTerms = {
  title: 'Profil von anderswo füllen',
  intro:
    'Übernimm, was du anderswo schon geschrieben hast. Du siehst vorher alles und wählst aus; deine eigenen Worte werden nie ersetzt.',
  empty: 'Du hast noch kein Profil.',
  source: { github: 'GitHub', linkedin: 'LinkedIn' },
  notice: {
    github:
      'Wir fragen GitHub einmal, was alle von dem Konto sehen können, das du nennst: sein Profil und seine Repositorys. Die Antwort bleibt einen Tag für die Vorschau. Dort wird nichts veröffentlicht, und ein Passwort ist nicht nötig.',
    linkedin:
      'Du wählst das Archiv, das LinkedIn dir gibt. Es wird in diesem Browser geöffnet. Nachrichten, Kontakte und alles Übrige bleiben hier; nur Dateien zu deinem Werdegang werden für die Vorschau gesendet und nicht gespeichert.',
  },
  fills: 'Das kann füllen:',
  term: 'Du kannst ein Jahr lang importieren und jederzeit widerrufen: Dann verlässt dein Profil, was dadurch kam, außer dem, was du seither bearbeitet hast.',
  agree: (source) => `Import von ${source} zustimmen`,
  agreed: (source) => `Du hast einem Import von ${source} zugestimmt.`,
  login: 'GitHub-Benutzername',
  loginWanted: 'Gib einen GitHub-Benutzernamen an: Buchstaben, Ziffern und Bindestriche dazwischen, höchstens 39.',
  look: 'Nachsehen, was da ist',
  fetching: 'GitHub wird gefragt …',
  fault: {
    unknown_user: 'GitHub kennt kein Konto dieses Namens.',
    busy: 'GitHub nimmt gerade keine Anfragen mehr an. Versuch es in einer Stunde wieder.',
    unreadable: 'GitHub hat etwas geantwortet, das nicht lesbar ist.',
    unreachable: 'GitHub war nicht erreichbar. Versuch es später wieder.',
  },
  archiveMore:
    'Öffne bei LinkedIn „Einstellungen“, „Datenschutz“, „Kopie Ihrer Daten anfordern“. Das Archiv kommt per E-Mail als Zip-Datei.',
  archive: 'LinkedIn-Archiv (Zip)',
  reading: 'Das Archiv wird gelesen …',
  archiveFault: {
    not_an_archive: 'Das ist keine Zip-Datei, oder sie ist beschädigt.',
    too_large: 'Dieses Archiv ist zu groß.',
    nothing_found: 'Diese Zip-Datei enthält nichts von dem, was LinkedIn über einen Werdegang schreibt.',
  },
  pick: 'Wähle, was übernommen wird',
  nothingNew: 'Es gibt nichts Neues: Dein Profil hat schon alles.',
  kind: { add: 'Neu', fill: 'Füllt eine Lücke', renew: 'Neuer als dein letzter Import' },
  kept: (count, written) =>
    count === 1
      ? `${written} Feld bleibt, wie du es geschrieben hast`
      : `${written} Felder bleiben, wie du sie geschrieben hast`,
  left: (count, written) =>
    count === 1
      ? `${written} weiterer Eintrag passt nicht in deine Listen.`
      : `${written} weitere Einträge passen nicht in deine Listen.`,
  take: (count, written) => `${written} ${count === 1 ? 'Eintrag' : 'Einträge'} übernehmen`,
  pickNothing: 'Wähle mindestens einen Eintrag.',
  close: 'Liste schließen',
  taking: 'Wird übernommen …',
  taken: (count, written) =>
    count === 1 ? `${written} Eintrag ist jetzt in deinem Profil.` : `${written} Einträge sind jetzt in deinem Profil.`,
  changedMeanwhile: 'Dein Profil hat sich inzwischen geändert. Das ist die Liste jetzt; wähle noch einmal.',
  record: 'Deine Zustimmung',
  since: (date) => `Gegeben am ${date}.`,
  until: (date) => `Du kannst bis ${date} importieren.`,
  controller: (name) => `Gegeben an: ${name}`,
  version: (written) => `Fassung des Hinweises: ${written}`,
  ended: {
    withdrawn: (date) => `Eine frühere Zustimmung hast du am ${date} widerrufen.`,
    expired: (date) => `Eine frühere Zustimmung ist am ${date} von selbst abgelaufen.`,
  },
  came: (count, written) =>
    count === 1 ? `${written} Teil deines Profils kam von hier:` : `${written} Teile deines Profils kamen von hier:`,
  cameNone: 'Nichts in deinem Profil kam von hier.',
  edited: 'von dir bearbeitet',
  withdraw: 'Widerrufen',
  askWithdraw: (source) =>
    `Zustimmung widerrufen? Was von ${source} kam, verlässt dein Profil sofort und kann nicht wiederhergestellt werden. Was du bearbeitet hast, bleibt.`,
  keep: 'Behalten',
  withdrawn: (removed, written) =>
    removed === 0
      ? 'Deine Zustimmung ist widerrufen. Aus deinem Profil musste nichts weichen.'
      : `Deine Zustimmung ist widerrufen, und ${written} ${removed === 1 ? 'Eintrag hat' : 'Einträge haben'} dein Profil verlassen.`,
  stayed: (count, written) =>
    count === 1
      ? `${written} bleibt, weil du ihn bearbeitet hast.`
      : `${written} bleiben, weil du sie bearbeitet hast.`,
};
