/** English. */
import type { ContactsTerms } from '../terms.ts';

export const words: ContactsTerms = {
  title: 'Contacts',
  intro:
    'Contacts are people who have both said yes. In your privacy settings you can open parts of your profile to them.',
  empty: 'You have no contacts yet.',

  ask: 'Ask somebody',
  handle: 'Handle',
  handleHelp: 'The end of the address of their page. They see yours. Gigsy does not tell whether somebody has it.',
  handleWanted: 'Use 2 to 40 characters: a to z, 0 to 9, and hyphens between them.',
  ownHandle: 'This is your own handle.',
  send: 'Ask',
  asked: (name) => `You asked ${name}.`,
  noProfile: 'Create a profile first. People see it when you ask them.',
  tooManyAsks: 'As many of your asks as possible are open. Take one back first.',
  tooOften: 'You have asked many people today. Ask again tomorrow.',

  incoming: 'They ask you',
  accept: 'Accept',
  decline: 'Decline',
  accepted: (name) => `${name} is your contact now.`,
  declined: (name) => `Declined. ${name} is not told.`,
  tooMany: 'One of you has as many contacts as possible. End one first.',

  open: 'You asked',
  openMore: 'An ask without an answer ends after 30 days.',
  until: (date) => `Open until ${date}`,
  withdraw: 'Take back',
  withdrawn: (name) => `You took back your ask to ${name}.`,

  contacts: 'Your contacts',
  none: 'You have no contacts yet.',
  unnamed: 'Somebody whose profile you may not see',
  since: (date) => `Since ${date}`,
  end: 'End',
  ended: (name) => `${name} is no longer your contact.`,
  more: 'Show more contacts',
  shown: (count, written) => `${written} more ${count === 1 ? 'contact' : 'contacts'} shown.`,

  over: 'This was over already.',
};
