/** Spanish. */
import type { ReviewsWords } from '../words.ts';

export const words: ReviewsWords = {
  title: 'Reseñas',
  stars: (stars, most) => `${stars} de ${most} estrellas`,
  from: { client: 'De un cliente', performer: 'De la persona que hizo el trabajo' },
  answer: 'Respuesta',
};
