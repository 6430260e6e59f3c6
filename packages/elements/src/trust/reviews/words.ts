/** The words of the reviews of gigs. */
import type { Part } from '../../localization/part.ts';

export interface ReviewsWords {
  title: string;
  stars: (stars: string, most: string) => string;
  from: { client: string; performer: string };
  answer: string;
}

export const words: Part<ReviewsWords> = {
  name: 'trust/reviews',
  en: {
    title: 'Reviews',
    stars: (stars, most) => `${stars} of ${most} stars`,
    from: { client: 'From a client', performer: 'From the person who did the gig' },
    answer: 'Answer',
  },
};
