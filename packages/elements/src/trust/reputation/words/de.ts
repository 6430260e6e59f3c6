/** German. */
import type { ReputationWords } from '../words.ts';

export const words: ReputationWords = {
  title: 'Ruf',
  score: (score, most) => `${score} von ${most}`,
  sure: { little: 'Noch ist wenig bekannt.', some: 'Einiges ist bekannt.', much: 'Vieles ist bekannt.' },
  range: (from, to) => `Je nachdem, was noch nicht bekannt ist, könnte der Wert von ${from} bis ${to} reichen.`,
  madeOf: 'Woraus er sich ergibt',
  kind: 'Art',
  votes: 'Stimmen',
  points: 'Punkte',
  kinds: { endorsement: 'Empfehlungen', review: 'Bewertungen', completion: 'Abgeschlossene Aufträge' },
  counts:
    'Eine Stimme zählt nach dem Vertrauen in die Person, die sie abgegeben hat. Nur Stimmen, die Sie sehen dürfen, werden gezählt.',
};
