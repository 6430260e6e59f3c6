/** English. */
import type { DataRequestsTerms } from '../terms.ts';

export const words: DataRequestsTerms = {
  title: 'Requests about your data',
  empty: 'You have no account yet.',
  copy: 'A copy of your data',
  copyMore:
    'Everything that is stored about you, as a zip file: a page to read, JSON files with their schemas, a JSON Resume, and your pictures.',
  ask: 'Ask for a copy',
  askAgain: 'Make a new copy',
  making: (done) => `Your copy is being made: ${done}`,
  callOff: 'Stop',
  ready: (count, written, size) => `Your copy is ready: ${written} ${count === 1 ? 'file' : 'files'}, ${size}.`,
  keptUntil: (date) => `It is deleted on ${date}.`,
  download: 'Download',
  linksUntil: (time) => `The links work until ${time}, for everybody who has them.`,
  linksOver: 'The links have ended. Press Download for new ones.',
  remove: 'Delete this copy',
  copyFailed: 'Your copy could not be made. Ask for it again.',
  begun: 'Your copy is on its way. You may leave this page meanwhile.',
  removed: 'The copy is deleted.',
  tooOften: 'You can have three copies a day made. Try again later.',
  changed: 'This had changed meanwhile. You see how it is now.',
  deletion: 'Delete your account',
  deletionMore: (_, days) =>
    `Your profile is hidden from everybody at once. ${days} days later your account is closed, and this is erased:`,
  goes: [
    'your profile, with its pictures and its statistics',
    'your settings, the people whom you named, and your links to organisations',
    'copies of your data, answers to your calls, and the words of reasons',
  ],
  stays:
    'Records that name nobody stay, and so do your id at the identity provider and a form of your handle that cannot be read, so that nobody takes your place.',
  request: 'Delete my account',
  due: (date) => `Your account is closed and erased on ${date}.`,
  untilThen: 'Until then your profile is hidden from everybody else, and you can call the deletion off.',
  keep: 'Keep my account',
  held: 'A legal hold lasts. Your account is closed on that day, and your data is erased once the hold ends.',
  heldFor: (reason) => `Its reason: ${reason}.`,
  reason: {
    litigation: 'a lawsuit',
    investigation: 'an investigation',
    authority: 'an order of an authority',
    safety: 'the safety of people',
  },
  receipt:
    'Nobody can sign in afterwards, so the receipt of the erasure stays with the operator; it counts what was erased and names nobody. Download a copy of your data before.',
  requested: 'Your profile is hidden. You can call the deletion off until its day.',
  kept: 'The deletion is called off. Your account is as it was before.',
};
