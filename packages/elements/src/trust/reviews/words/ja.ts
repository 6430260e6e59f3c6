/** Japanese. */
import type { ReviewsWords } from '../words.ts';

export const words: ReviewsWords = {
  title: 'レビュー',
  stars: (stars, most) => `星${most}つ中${stars}つ`,
  from: { client: '依頼者より', performer: '仕事をした人より' },
  answer: '返信',
};
