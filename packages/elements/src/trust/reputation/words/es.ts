/** Spanish. */
import type { ReputationWords } from '../words.ts';

export const words: ReputationWords = {
  title: 'Reputación',
  score: (score, most) => `${score} de ${most}`,
  sure: { little: 'Todavía se sabe poco.', some: 'Se sabe algo.', much: 'Se sabe mucho.' },
  range: (from, to) => `Según lo que aún no se sabe, podría estar entre ${from} y ${to}.`,
  madeOf: 'De qué se compone',
  kind: 'Tipo',
  votes: 'Votos',
  points: 'Puntos',
  kinds: { endorsement: 'Recomendaciones', review: 'Reseñas', completion: 'Trabajos completados' },
  counts: 'Un voto cuenta según la confianza en quien lo dio. Solo se cuentan los votos que usted puede ver.',
};
