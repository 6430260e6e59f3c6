/** French. */
import type { ReputationWords } from '../words.ts';

export const words: ReputationWords = {
  title: 'Réputation',
  score: (score, most) => `${score} sur ${most}`,
  sure: { little: 'On en sait encore peu.', some: 'On en sait un peu.', much: 'On en sait beaucoup.' },
  range: (from, to) => `Selon ce que l’on ne sait pas encore, elle pourrait aller de ${from} à ${to}.`,
  madeOf: 'De quoi elle se compose',
  kind: 'Type',
  votes: 'Votes',
  points: 'Points',
  kinds: { endorsement: 'Recommandations', review: 'Avis', completion: 'Missions terminées' },
  counts:
    'Un vote compte selon la confiance accordée à la personne qui l’a donné. Seuls comptent les votes que vous pouvez voir.',
};
