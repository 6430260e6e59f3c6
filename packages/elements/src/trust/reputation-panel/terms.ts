/** The words of the panel of the reputation index, in one language. */
export interface ReputationPanelWords {
  title: string;
  intro: string;
  empty: string;
  audiences: { public: string; platform: string };
  none: string;
  counted: (kind: string, votes: string, counted: string) => string;
  lost: (kind: string, points: string) => string;
  raising: string;
  steps: {
    'another-vote': (gain: string) => string;
    'fresher-votes': (gain: string) => string;
    'trusted-voters': (gain: string) => string;
  };
  pending: string;
  verified: string;
}
