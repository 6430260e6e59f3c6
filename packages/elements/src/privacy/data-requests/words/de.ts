/** German. */
import type { DataRequestsTerms } from '../terms.ts';

export const words: DataRequestsTerms = {
  title: 'Anfragen zu Ihren Daten',
  empty: 'Sie haben noch kein Konto.',
  copy: 'Eine Kopie Ihrer Daten',
  copyMore:
    'Alles, was über Sie gespeichert ist, als Zip-Datei: eine Seite zum Lesen, JSON-Dateien mit ihren Schemas, ein JSON Resume und Ihre Bilder.',
  ask: 'Kopie anfordern',
  askAgain: 'Neue Kopie erstellen',
  making: (done) => `Ihre Kopie wird erstellt: ${done}`,
  callOff: 'Anhalten',
  ready: (count, written, size) => `Ihre Kopie ist fertig: ${written} ${count === 1 ? 'Datei' : 'Dateien'}, ${size}.`,
  keptUntil: (date) => `Sie wird am ${date} gelöscht.`,
  download: 'Herunterladen',
  linksUntil: (time) => `Die Links gelten bis ${time}, und zwar für alle, die sie haben.`,
  linksOver: 'Die Links sind abgelaufen. Mit „Herunterladen“ erhalten Sie neue.',
  remove: 'Diese Kopie löschen',
  copyFailed: 'Ihre Kopie konnte nicht erstellt werden. Fordern Sie sie noch einmal an.',
  begun: 'Ihre Kopie wird vorbereitet. Sie können diese Seite inzwischen verlassen.',
  removed: 'Die Kopie ist gelöscht.',
  tooOften: 'Sie können drei Kopien am Tag erstellen lassen. Versuchen Sie es später wieder.',
  changed: 'Das hatte sich inzwischen geändert. Sie sehen den jetzigen Stand.',
  deletion: 'Konto löschen',
  deletionMore: (_, days) =>
    `Ihr Profil wird sofort vor allen verborgen. ${days} Tage später wird Ihr Konto geschlossen, und dies wird gelöscht:`,
  goes: [
    'Ihr Profil mit seinen Bildern und Statistiken',
    'Ihre Einstellungen, die von Ihnen Benannten und Ihre Verbindungen zu Organisationen',
    'Kopien Ihrer Daten, Antworten auf Ihre Aufrufe und die Worte von Begründungen',
  ],
  stays:
    'Einträge, die niemanden nennen, bleiben. Auch Ihre Kennung beim Anmeldedienst und eine unlesbare Form Ihres Profilnamens bleiben, damit niemand Ihren Platz einnimmt.',
  request: 'Mein Konto löschen',
  due: (date) => `Ihr Konto wird am ${date} geschlossen und gelöscht.`,
  untilThen: 'Bis dahin ist Ihr Profil vor allen anderen verborgen, und Sie können die Löschung widerrufen.',
  keep: 'Mein Konto behalten',
  held: 'Es besteht eine gesetzliche Aufbewahrung. Ihr Konto wird an diesem Tag geschlossen; Ihre Daten werden gelöscht, sobald sie endet.',
  heldFor: (reason) => `Ihr Grund: ${reason}.`,
  reason: {
    litigation: 'ein Rechtsstreit',
    investigation: 'eine Untersuchung',
    authority: 'eine behördliche Anordnung',
    safety: 'die Sicherheit von Menschen',
  },
  receipt:
    'Danach kann sich niemand mehr anmelden. Die Quittung der Löschung bleibt deshalb beim Betreiber; sie zählt, was gelöscht wurde, und nennt niemanden. Laden Sie vorher eine Kopie Ihrer Daten herunter.',
  requested: 'Ihr Profil ist verborgen. Bis zum Tag der Löschung können Sie sie widerrufen.',
  kept: 'Die Löschung ist widerrufen. Ihr Konto ist wie zuvor.',
};
