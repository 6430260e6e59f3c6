/** German. */
import type { ReputationPanelWords } from '../terms.ts';

export const words: ReputationPanelWords = {
  title: 'Ihr Ruf',
  intro:
    'Eine Zahl von 0 bis 100 aus Empfehlungen, Bewertungen und abgeschlossenen Aufträgen. Jedes Publikum hat seine eigene, aus dem, was es sehen darf.',
  empty: 'Legen Sie zuerst ein Profil an.',
  audiences: { public: 'Für alle', platform: 'Für Mitglieder' },
  none: 'Noch gibt es keine Stimmen, die dieses Publikum sehen darf.',
  counted: (kind, votes, counted) => `${kind}: ${votes} zählen wie ${counted}`,
  lost: (kind, points) => `${kind}: Was gegen Sie spricht, kostet ${points} Punkte`,
  raising: 'Was ihn heben würde',
  steps: {
    'another-vote': (gain) => `Eine weitere gute Stimme einer vertrauenswürdigen Person: etwa ${gain} Punkte`,
    'fresher-votes': (gain) => `Neuere Stimmen statt alter: etwa ${gain} Punkte`,
    'trusted-voters': (gain) => `Mehr Vertrauen in die, die für Sie gestimmt haben: etwa ${gain} Punkte`,
  },
  pending: 'Eine Änderung wird gerade gezählt.',
  verified: 'Ihre Identität ist für dieses Publikum bestätigt, also beginnt Vertrauen bei Ihnen.',
};
