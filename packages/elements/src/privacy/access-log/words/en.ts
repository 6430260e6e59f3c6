/** English. */
import type { AccessLogTerms } from '../terms.ts';
import { purposes } from '../../purposes/en.ts';

export const words: AccessLogTerms = {
  purposes,
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
  sent: 'Sent to others',
  sentMore: 'When Gigsy sends data of yours to somebody else, it stands here. These are the last times.',
  toWhom: 'To whom',
  party: {
    github: 'GitHub',
    clerk: 'Clerk, where you sign in',
    pictureHost: 'The site that your picture is from',
    linkHost: 'The site of a page that your portfolio links to',
    messageProvider: 'The provider that sends our e-mails and text messages',
    claimedHost: 'The site of a domain or page that you claim',
    identityProvider: 'The provider that checks identity documents',
  },
  part: {
    'imports.account': 'Name of your account there',
    'account.user': 'Your sign-in account',
    'verification.subject': 'Your address or number',
    'verification.claim': 'A domain or page that you claim',
    'account.handle': 'Your handle',
  },
  earlier: 'Show earlier accesses',
  shown: (count, written) => `${written} earlier ${count === 1 ? 'access' : 'accesses'} shown.`,
  views: 'Views by the public',
  viewsIntro:
    'About how often your profile was read on the web in the last 30 days: an estimate from a sample of the views. Nobody is named; your own visits count too.',
  noViews: 'No views counted yet.',
  day: 'Day',
  count: 'Views',
  viewed: (count, written) => `${written} ${count === 1 ? 'view' : 'views'} in all.`,
};
