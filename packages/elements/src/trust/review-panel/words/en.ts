/** English. */
import type { ReviewPanelWords } from '../terms.ts';

export const words: ReviewPanelWords = {
  title: 'Reviews of your gigs',
  intro:
    'Both parties of a gig can review each other. Neither sees the other’s review before both are written, or the time is over.',
  empty: 'None of your gigs can be reviewed yet.',
  as: { performer: (date) => `You did it · ${date}`, client: (date) => `You had it done · ${date}` },
  until: (date) => `You can write and edit until ${date}.`,
  over: 'No more can be written.',
  rating: 'Rating',
  stars: (stars, most) => `${stars} of ${most}`,
  text: 'Your words (if you like)',
  write: 'Send review',
  edit: 'Save changes',
  ratingWanted: 'Choose a rating from 1 to 5.',
  textRefused: 'Use at most 1000 characters, and none that are invisible.',
  own: 'Your review',
  states: { sealed: 'Sealed: nobody else sees it yet.', revealed: 'Revealed', answered: 'Revealed and answered' },
  withdraw: 'Take back',
  received: 'About you',
  reply: 'Your answer',
  sendReply: 'Answer',
  answer: 'Answer',
  sealed: 'Sealed. It shows once the other review is written, or the time is over.',
  shown: 'Both reviews are written, and show now.',
  withdrawn: 'Taken back.',
  answered: 'Your answer shows.',
  notReady: 'This was over already.',
};
