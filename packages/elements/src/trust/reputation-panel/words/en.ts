/** English. */
import type { ReputationPanelWords } from '../terms.ts';

export const words: ReputationPanelWords = {
  title: 'Your reputation',
  intro:
    'A number from 0 to 100 from endorsements, reviews and completed gigs. Each audience has its own, from what it may see.',
  empty: 'Create a profile first.',
  audiences: { public: 'For everybody', platform: 'For members' },
  none: 'There are no votes yet that this audience may see.',
  counted: (kind, votes, counted) => `${kind}: ${votes} count as ${counted}`,
  lost: (kind, points) => `${kind}: what speaks against you costs ${points} points`,
  raising: 'What would raise it',
  steps: {
    'another-vote': (gain) => `One more good vote from a trusted person: about ${gain} points`,
    'fresher-votes': (gain) => `Newer votes in place of old ones: about ${gain} points`,
    'trusted-voters': (gain) => `More trust in those who voted for you: about ${gain} points`,
  },
  pending: 'A change is being counted.',
  verified: 'Your identity is verified for this audience, so trust begins with you.',
};
