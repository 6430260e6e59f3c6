/** Spanish. */
import type { ReputationPanelWords } from '../terms.ts';

export const words: ReputationPanelWords = {
  title: 'Su reputación',
  intro:
    'Un número de 0 a 100 a partir de recomendaciones, reseñas y trabajos completados. Cada público tiene el suyo, según lo que puede ver.',
  empty: 'Cree primero un perfil.',
  audiences: { public: 'Para todos', platform: 'Para los miembros' },
  none: 'Todavía no hay votos que este público pueda ver.',
  counted: (kind, votes, counted) => `${kind}: ${votes} cuentan como ${counted}`,
  lost: (kind, points) => `${kind}: lo que habla en contra le cuesta ${points} puntos`,
  raising: 'Qué la subiría',
  steps: {
    'another-vote': (gain) => `Un buen voto más de una persona de confianza: unos ${gain} puntos`,
    'fresher-votes': (gain) => `Votos más recientes en lugar de antiguos: unos ${gain} puntos`,
    'trusted-voters': (gain) => `Más confianza en quienes votaron por usted: unos ${gain} puntos`,
  },
  pending: 'Se está contando un cambio.',
  verified: 'Su identidad está verificada para este público: la confianza empieza en usted.',
};
