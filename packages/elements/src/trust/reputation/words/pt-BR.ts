/** Brazilian Portuguese. */
import type { ReputationWords } from '../words.ts';

export const words: ReputationWords = {
  title: 'Reputação',
  score: (score, most) => `${score} de ${most}`,
  sure: { little: 'Ainda se sabe pouco.', some: 'Já se sabe alguma coisa.', much: 'Já se sabe bastante.' },
  range: (from, to) => `Conforme o que ainda não se sabe, pode ir de ${from} a ${to}.`,
  madeOf: 'De que é feita',
  kind: 'Tipo',
  votes: 'Votos',
  points: 'Pontos',
  kinds: { endorsement: 'Recomendações', review: 'Avaliações', completion: 'Trabalhos concluídos' },
  counts: 'Um voto conta conforme a confiança em quem o deu. Só contam os votos que você pode ver.',
};
