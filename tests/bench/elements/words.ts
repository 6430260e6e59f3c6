/** The words of a card, as a host writes them by hand from a profile. */
import type { ProfileView } from '@gigsy/sdk/reader';

export function wordsOf({ identity, availability, skills = [] }: ProfileView) {
  const { displayName = '', headline = '', location } = identity ?? {};
  const country = location?.countryCode ? countries.of(location.countryCode) : '';
  const names = skills.map(({ name }) => name);
  return {
    name: displayName,
    initials: displayName
      .split(' ')
      .map((word) => word[0])
      .join(''),
    headline,
    meta: [
      `${location?.city}, ${country}`,
      availability?.status === 'open' ? 'Available' : '',
      availability?.remote ? 'Remote' : '',
    ]
      .filter(Boolean)
      .join(' · '),
    named: names.slice(0, 5),
    more: names.length - 5,
  };
}

const countries = new Intl.DisplayNames('en', { type: 'region' });
