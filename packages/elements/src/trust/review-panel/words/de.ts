/** German. */
import type { ReviewPanelWords } from '../terms.ts';

export const words: ReviewPanelWords = {
  title: 'Bewertungen Ihrer Aufträge',
  intro:
    'Beide Seiten eines Auftrags können einander bewerten. Keine sieht die Bewertung der anderen, bevor beide geschrieben sind oder die Zeit vorbei ist.',
  empty: 'Noch kann keiner Ihrer Aufträge bewertet werden.',
  as: {
    performer: (date) => `Sie haben ihn ausgeführt · ${date}`,
    client: (date) => `Sie haben ihn erteilt · ${date}`,
  },
  until: (date) => `Sie können bis ${date} schreiben und ändern.`,
  over: 'Mehr kann nicht geschrieben werden.',
  rating: 'Bewertung',
  stars: (stars, most) => `${stars} von ${most}`,
  text: 'Ihre Worte (wenn Sie möchten)',
  write: 'Bewertung senden',
  edit: 'Änderungen speichern',
  ratingWanted: 'Wählen Sie eine Bewertung von 1 bis 5.',
  textRefused: 'Verwenden Sie höchstens 1000 Zeichen und keine unsichtbaren.',
  own: 'Ihre Bewertung',
  states: {
    sealed: 'Versiegelt: Noch sieht sie sonst niemand.',
    revealed: 'Veröffentlicht',
    answered: 'Veröffentlicht und beantwortet',
  },
  withdraw: 'Zurücknehmen',
  received: 'Über Sie',
  reply: 'Ihre Antwort',
  sendReply: 'Antworten',
  answer: 'Antwort',
  sealed: 'Versiegelt. Sie erscheint, sobald die andere geschrieben ist oder die Zeit vorbei ist.',
  shown: 'Beide Bewertungen sind geschrieben und nun zu sehen.',
  withdrawn: 'Zurückgenommen.',
  answered: 'Ihre Antwort ist zu sehen.',
  notReady: 'Das war schon vorbei.',
};
