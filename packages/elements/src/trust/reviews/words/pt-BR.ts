/** Brazilian Portuguese. */
import type { ReviewsWords } from '../words.ts';

export const words: ReviewsWords = {
  title: 'Avaliações',
  stars: (stars, most) => `${stars} de ${most} estrelas`,
  from: { client: 'De um cliente', performer: 'Da pessoa que fez o trabalho' },
  answer: 'Resposta',
};
