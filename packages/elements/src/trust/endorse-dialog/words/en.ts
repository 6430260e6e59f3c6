/** English. */
import type { EndorseTerms } from '../terms.ts';

export const words: EndorseTerms = {
  title: 'Endorsement',
  endorse: (name) => `Endorse ${name}`,
  empty: 'There is nobody whom you can endorse here.',
  intro: 'Nobody else sees it until the person accepts it. You can change it or take it back at any time.',
  notAsked: 'This person takes endorsements from people whom they ask, or who worked or learned with them.',
  skills: 'Skills that you endorse',
  text: 'Your words',
  textHelp: (most) => `At most ${most} characters. Say what you did together.`,
  linked: 'My name leads to my profile',
  signed: (name) => `You sign as ${name}.`,
  noName: 'An endorsement is signed with your name: let everybody see your name first.',
  send: 'Send',
  close: 'Close',
  sent: 'Sent. Others see it once the person accepts it.',

  wanted: 'Choose a skill, or write a few words.',
  unsafe: 'Take out signs that cannot be shown, such as control characters, or make it shorter.',

  tooOften: 'You have endorsed this person often today. Try again tomorrow.',
  tooMany: 'There is no room for another endorsement at present.',
  over: 'This request is over.',
};
