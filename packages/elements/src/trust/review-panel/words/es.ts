/** Spanish. */
import type { ReviewPanelWords } from '../terms.ts';

export const words: ReviewPanelWords = {
  title: 'Reseñas de sus trabajos',
  intro:
    'Las dos partes de un trabajo pueden reseñarse. Ninguna ve la reseña de la otra hasta que ambas estén escritas o termine el plazo.',
  empty: 'Todavía no se puede reseñar ninguno de sus trabajos.',
  as: { performer: (date) => `Usted lo hizo · ${date}`, client: (date) => `Usted lo encargó · ${date}` },
  until: (date) => `Puede escribir y cambiar hasta el ${date}.`,
  over: 'Ya no se puede escribir.',
  rating: 'Puntuación',
  stars: (stars, most) => `${stars} de ${most}`,
  text: 'Sus palabras (si quiere)',
  write: 'Enviar reseña',
  edit: 'Guardar cambios',
  ratingWanted: 'Elija una puntuación de 1 a 5.',
  textRefused: 'Use como máximo 1000 caracteres, y ninguno invisible.',
  own: 'Su reseña',
  states: { sealed: 'Sellada: nadie más la ve todavía.', revealed: 'Publicada', answered: 'Publicada y respondida' },
  withdraw: 'Retirar',
  received: 'Sobre usted',
  reply: 'Su respuesta',
  sendReply: 'Responder',
  answer: 'Respuesta',
  sealed: 'Sellada. Se mostrará cuando la otra esté escrita o termine el plazo.',
  shown: 'Ambas reseñas están escritas y ya se muestran.',
  withdrawn: 'Retirada.',
  answered: 'Su respuesta ya se muestra.',
  notReady: 'Esto ya había terminado.',
};
