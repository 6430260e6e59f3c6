/** English. */
import type { ViewAsTerms } from '../terms.ts';

export const words: ViewAsTerms = {
  title: 'How others see you',
  empty: 'You have no profile yet.',
  viewer: 'See it as',
  anonymous: 'Anyone on the web',
  member: 'A signed-in member',
  named: (name) => `${name} (named by you)`,
  owner: 'You',
  more: {
    anonymous: 'Search engines and people without an account see this.',
    member: 'Everybody who is signed in to Gigsy sees this.',
    named: 'Somebody whom you named by this alone sees this.',
    owner: 'Nobody else sees all of this.',
  },
  changing: 'Looking through their eyes …',
  nothing: 'They see nothing. For them, your page does not exist.',
};
