/** German. */
import type { EndorseTerms } from '../terms.ts';

export const words: EndorseTerms = {
  title: 'Empfehlung',
  endorse: (name) => `${name} empfehlen`,
  empty: 'Hier gibt es niemanden, den Sie empfehlen können.',
  intro:
    'Niemand sonst sieht die Empfehlung, bevor die Person sie annimmt. Sie können sie jederzeit ändern oder zurücknehmen.',
  notAsked:
    'Diese Person nimmt Empfehlungen von Menschen an, die sie fragt oder die mit ihr gearbeitet oder gelernt haben.',
  skills: 'Kenntnisse, die Sie empfehlen',
  text: 'Ihre Worte',
  textHelp: (most) => `Höchstens ${most} Zeichen. Sagen Sie, was Sie gemeinsam gemacht haben.`,
  linked: 'Mein Name führt zu meinem Profil',
  signed: (name) => `Sie unterschreiben als ${name}.`,
  noName: 'Eine Empfehlung trägt Ihren Namen: Lassen Sie zuerst alle Ihren Namen sehen.',
  send: 'Senden',
  close: 'Schließen',
  sent: 'Gesendet. Andere sehen sie, sobald die Person sie annimmt.',

  wanted: 'Wählen Sie eine Kenntnis oder schreiben Sie ein paar Worte.',
  unsafe: 'Entfernen Sie Zeichen, die nicht gezeigt werden können, oder kürzen Sie den Text.',

  tooOften: 'Sie haben diese Person heute oft empfohlen. Versuchen Sie es morgen wieder.',
  tooMany: 'Für eine weitere Empfehlung ist gerade kein Platz.',
  over: 'Diese Anfrage ist vorbei.',
};
