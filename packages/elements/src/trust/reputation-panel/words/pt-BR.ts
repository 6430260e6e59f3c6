/** Brazilian Portuguese. */
import type { ReputationPanelWords } from '../terms.ts';

export const words: ReputationPanelWords = {
  title: 'Sua reputação',
  intro:
    'Um número de 0 a 100 a partir de recomendações, avaliações e trabalhos concluídos. Cada público tem o seu, conforme o que pode ver.',
  empty: 'Crie um perfil primeiro.',
  audiences: { public: 'Para todos', platform: 'Para membros' },
  none: 'Ainda não há votos que este público possa ver.',
  counted: (kind, votes, counted) => `${kind}: ${votes} contam como ${counted}`,
  lost: (kind, points) => `${kind}: o que fala contra você custa ${points} pontos`,
  raising: 'O que a aumentaria',
  steps: {
    'another-vote': (gain) => `Mais um bom voto de uma pessoa de confiança: cerca de ${gain} pontos`,
    'fresher-votes': (gain) => `Votos mais novos no lugar dos antigos: cerca de ${gain} pontos`,
    'trusted-voters': (gain) => `Mais confiança em quem votou em você: cerca de ${gain} pontos`,
  },
  pending: 'Uma mudança está sendo contada.',
  verified: 'Sua identidade está verificada para este público: a confiança começa em você.',
};
