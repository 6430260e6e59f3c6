/** English. */
import type { PartnerConsentTerms } from '../terms.ts';

export const words: PartnerConsentTerms = {
  title: 'Partners that know you',
  ask: (partner) => `Let ${partner} know who you are on Gigsy?`,
  sites: 'Its sites:',
  may: 'Its pages may then show you, while you are signed in there, what signed-in members see: of your own profile, and of profiles on the page.',
  mayNot: 'It cannot change your profile, and sees nothing that only you or people you named can see.',
  end: 'You can end this here at any time; pages that are open then lose it at once.',
  allow: 'Allow',
  refuse: 'Not now',
  over: 'This request is over, or was answered already. Ask for a new one at the partner’s site.',
  refused: 'You have not allowed it. The request ends by itself.',
  allowed: (partner) => `${partner} knows you now.`,
  links: 'Partners that you have allowed',
  none: 'You have allowed no partner.',
  since: (date) => `Since ${date}`,
  as: (user) => `There you are ${user}`,
  revoke: 'End',
  revoked: (partner) => `${partner} does not know you any more.`,
  tooMany: 'You have allowed as many partners as there can be. End one first.',
};
