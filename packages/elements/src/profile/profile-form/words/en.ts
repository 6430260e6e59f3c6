/** English. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'You have no profile yet.',
  identity: {
    title: 'Name and place',
    fields: {
      displayName: { label: 'Name', help: 'As others are to read it.' },
      headline: { label: 'Headline', help: 'What you do, in one line.' },
      pronouns: { label: 'Pronouns', help: 'Such as they/them.' },
      'location.city': { label: 'City' },
      'location.region': { label: 'Region' },
      'location.countryCode': { label: 'Country' },
      avatarUrl: {
        label: 'Address of your picture',
        help: 'Starts with https://. The picture is fetched once and shown from Gigsy.',
      },
    },
  },
};
