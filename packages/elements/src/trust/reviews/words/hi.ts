/** Hindi. */
import type { ReviewsWords } from '../words.ts';

export const words: ReviewsWords = {
  title: 'समीक्षाएँ',
  stars: (stars, most) => `${most} में से ${stars} सितारे`,
  from: { client: 'एक ग्राहक की ओर से', performer: 'काम करने वाले व्यक्ति की ओर से' },
  answer: 'उत्तर',
};
