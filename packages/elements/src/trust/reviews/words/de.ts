/** German. */
import type { ReviewsWords } from '../words.ts';

export const words: ReviewsWords = {
  title: 'Bewertungen',
  stars: (stars, most) => `${stars} von ${most} Sternen`,
  from: { client: 'Von einer Kundin oder einem Kunden', performer: 'Von der Person, die den Auftrag ausgeführt hat' },
  answer: 'Antwort',
};
