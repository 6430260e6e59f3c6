/** English. */
import type { AccessLogTerms } from '../terms.ts';

export const words: AccessLogTerms = {
  title: 'Who saw your data',
  intro:
    'Members who open parts of your profile that are not public say what for, and for how long. Each time stays on this list.',
  empty: 'Nobody has opened any part of your profile that is not public.',
  open: 'Open now',
  history: 'All accesses',
  noneOpen: 'Nobody has access at the moment.',
  who: 'Who',
  what: 'What',
  why: 'Why',
  when: 'When',
  until: 'Until',
  untilLatest: 'Until, at the latest',
  unnamed: 'A member whose profile you may not see',
  end: 'End access',
  ended: 'The access has ended.',
  endedBefore: 'This access had ended already.',
  earlier: 'Show earlier accesses',
  shown: (count, written) => `${written} earlier ${count === 1 ? 'access' : 'accesses'} shown.`,
};
