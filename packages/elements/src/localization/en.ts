/** English: built in, and the fallback of other languages. */
import type { Terms } from './terms.ts';

export const en: Terms = {
  code: 'en',
  loading: 'Loading profile',
  unavailable: 'This profile is not available.',
  error: 'This profile could not be loaded.',
  offline: 'No connection at the moment.',
  retry: 'Try again',
  more: 'More',
  open: 'Available',
  limited: 'Limited availability',
  closed: 'Not available',
  remote: 'Remote',
  skills: 'Skills',
  moreSkills: (count, written) => `${written} more ${count === 1 ? 'skill' : 'skills'}`,
  comma: ', ',
};
