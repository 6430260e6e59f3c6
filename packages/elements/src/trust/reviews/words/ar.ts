/** Arabic. */
import type { ReviewsWords } from '../words.ts';

export const words: ReviewsWords = {
  title: 'التقييمات',
  stars: (stars, most) => `${stars} من ${most} نجوم`,
  from: { client: 'من عميل', performer: 'من الشخص الذي أنجز العمل' },
  answer: 'الرد',
};
