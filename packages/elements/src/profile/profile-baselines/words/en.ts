/** English. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/en.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: 'Profiles in figures',
  upTo: (time) => `Counted up to ${time}`,
  none: 'Nothing has been counted yet.',
  completeness: 'Profiles by strength',
  band: (from, to) => `${from} to ${to}`,
  timeToComplete: 'Time until a profile reached 80',
  times: ['Up to an hour', 'Up to a day', 'Up to a week', 'Up to four weeks', 'Longer'],
  edits: 'Edits by section, latest 28 days',
  table: 'Show as a table',
  profiles: 'Profiles',
  day: 'Day',
  all: 'All',
};
