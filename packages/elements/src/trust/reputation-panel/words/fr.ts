/** French. */
import type { ReputationPanelWords } from '../terms.ts';

export const words: ReputationPanelWords = {
  title: 'Votre réputation',
  intro:
    'Un nombre de 0 à 100 tiré des recommandations, des avis et des missions terminées. Chaque public a le sien, selon ce qu’il peut voir.',
  empty: 'Créez d’abord un profil.',
  audiences: { public: 'Pour tout le monde', platform: 'Pour les membres' },
  none: 'Il n’y a pas encore de vote que ce public puisse voir.',
  counted: (kind, votes, counted) => `${kind} : ${votes} comptent pour ${counted}`,
  lost: (kind, points) => `${kind} : ce qui parle contre vous coûte ${points} points`,
  raising: 'Ce qui la ferait monter',
  steps: {
    'another-vote': (gain) => `Un bon vote de plus d’une personne de confiance : environ ${gain} points`,
    'fresher-votes': (gain) => `Des votes plus récents à la place des anciens : environ ${gain} points`,
    'trusted-voters': (gain) => `Plus de confiance dans ceux qui ont voté pour vous : environ ${gain} points`,
  },
  pending: 'Un changement est en cours de calcul.',
  verified: 'Votre identité est vérifiée pour ce public : la confiance part de vous.',
};
