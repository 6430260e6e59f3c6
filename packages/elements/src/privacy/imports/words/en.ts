/** English. */
import type { ImportsTerms } from '../terms.ts';

export const words: ImportsTerms = {
  title: 'Fill your profile from elsewhere',
  intro:
    'Take over what you have written elsewhere already. You see everything first and pick; your own words are never replaced.',
  empty: 'You have no profile yet.',
  source: { github: 'GitHub', linkedin: 'LinkedIn' },
  notice: {
    github:
      'We ask GitHub once for what everybody can see of the account that you name: its profile and its repositories. The answer is kept for a day, for the preview. Nothing is posted there, and no password is needed.',
    linkedin:
      'You choose the archive that LinkedIn gives you. It is opened in this browser. Messages, contacts and everything else stay there; only files on your career are sent, to make the preview, and are not stored.',
  },
  fills: 'This may fill:',
  term: 'You can import for a year, and withdraw at any time: then what came by it leaves your profile, except for what you have edited since.',
  agree: (source) => `Agree to an import from ${source}`,
  agreed: (source) => `You have agreed to an import from ${source}.`,
  login: 'GitHub user name',
  loginWanted: 'Give a GitHub user name: letters, digits and inner hyphens, 39 at most.',
  look: 'Look what is there',
  fetching: 'Asking GitHub …',
  fault: {
    unknown_user: 'GitHub knows no account of this name.',
    busy: 'GitHub takes no more requests for now. Try again in an hour.',
    unreadable: 'GitHub answered something that cannot be read.',
    unreachable: 'GitHub could not be reached. Try again later.',
  },
  archiveMore:
    'At LinkedIn, open Settings, Data privacy, “Get a copy of your data”. The archive arrives by e-mail, as a zip file.',
  archive: 'LinkedIn archive (zip)',
  reading: 'Reading the archive …',
  archiveFault: {
    not_an_archive: 'This is no zip file, or it is damaged.',
    too_large: 'This archive is too large.',
    nothing_found: 'This zip file holds nothing that LinkedIn writes about a career.',
  },
  pick: 'Pick what to take over',
  nothingNew: 'There is nothing new: your profile has it all.',
  kind: { add: 'New', fill: 'Fills a gap', renew: 'Newer than your last import' },
  kept: (count, written) =>
    `${written} ${count === 1 ? 'field stays' : 'fields stay'} as you wrote ${count === 1 ? 'it' : 'them'}`,
  left: (count, written) => `${written} more ${count === 1 ? 'entry does' : 'entries do'} not fit into your lists.`,
  take: (count, written) => `Take over ${written} ${count === 1 ? 'entry' : 'entries'}`,
  pickNothing: 'Pick at least one entry.',
  close: 'Close the list',
  taking: 'Taking it over …',
  taken: (count, written) => `${written} ${count === 1 ? 'entry is' : 'entries are'} in your profile now.`,
  changedMeanwhile: 'Your profile has changed meanwhile. This is the list now; pick again.',
  record: 'Your consent',
  since: (date) => `Given on ${date}.`,
  until: (date) => `You can import until ${date}.`,
  controller: (name) => `Given to: ${name}`,
  version: (written) => `Version of the notice: ${written}`,
  ended: {
    withdrawn: (date) => `You withdrew an earlier consent on ${date}.`,
    expired: (date) => `An earlier consent ended by itself on ${date}.`,
  },
  came: (count, written) => `${written} ${count === 1 ? 'part' : 'parts'} of your profile came from here:`,
  cameNone: 'Nothing in your profile came from here.',
  edited: 'edited by you',
  withdraw: 'Withdraw',
  askWithdraw: (source) =>
    `Withdraw your consent? What came from ${source} leaves your profile at once and cannot be restored. What you have edited stays.`,
  keep: 'Keep it',
  withdrawn: (removed, written) =>
    removed === 0
      ? 'Your consent is withdrawn. Nothing had to leave your profile.'
      : `Your consent is withdrawn, and ${written} ${removed === 1 ? 'entry has' : 'entries have'} left your profile.`,
  stayed: (count, written) =>
    `${written} ${count === 1 ? 'stays' : 'stay'}, because you edited ${count === 1 ? 'it' : 'them'}.`,
};
