/** The words of the reputation index. */
import type { Part } from '../../localization/part.ts';

export interface ReputationWords {
  title: string;
  score: (score: string, most: string) => string;
  sure: { little: string; some: string; much: string };
  range: (from: string, to: string) => string;
  madeOf: string;
  kind: string;
  votes: string;
  points: string;
  kinds: { endorsement: string; review: string; completion: string };
  counts: string;
}

export const words: Part<ReputationWords> = {
  name: 'trust/reputation',
  en: {
    title: 'Reputation',
    score: (score, most) => `${score} of ${most}`,
    sure: { little: 'Little is known yet.', some: 'Some is known.', much: 'Much is known.' },
    range: (from, to) => `With all that is not known, it could be from ${from} to ${to}.`,
    madeOf: 'What it is made of',
    kind: 'Kind',
    votes: 'Votes',
    points: 'Points',
    kinds: { endorsement: 'Endorsements', review: 'Reviews', completion: 'Completed gigs' },
    counts: 'A vote counts by the trust in the person who gave it. Only votes that you may see are counted.',
  },
};
