/** German. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'Sie haben noch kein Profil.',
  identity: {
    title: 'Name und Ort',
    fields: {
      displayName: { label: 'Name', help: 'So, wie andere ihn lesen sollen.' },
      headline: { label: 'Kurzbeschreibung', help: 'Was Sie tun, in einer Zeile.' },
      pronouns: { label: 'Pronomen', help: 'Zum Beispiel sie/ihr.' },
      'location.city': { label: 'Ort' },
      'location.region': { label: 'Region' },
      'location.countryCode': { label: 'Land' },
      avatarUrl: {
        label: 'Adresse Ihres Bildes',
        help: 'Beginnt mit https://. Das Bild wird einmal geholt und von Gigsy gezeigt.',
      },
    },
  },
};
