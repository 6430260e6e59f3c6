/** French. */
import type { ReviewsWords } from '../words.ts';

export const words: ReviewsWords = {
  title: 'Avis',
  stars: (stars, most) => `${stars} étoiles sur ${most}`,
  from: { client: 'D’un client', performer: 'De la personne qui a fait la mission' },
  answer: 'Réponse',
};
