/** German. */
import type { ViewAsTerms } from '../terms.ts';

export const words: ViewAsTerms = {
  title: 'Wie andere Sie sehen',
  empty: 'Sie haben noch kein Profil.',
  viewer: 'Ansicht als',
  anonymous: 'Alle im Web',
  member: 'Ein angemeldetes Mitglied',
  named: (name) => `${name} (von Ihnen benannt)`,
  owner: 'Sie selbst',
  more: {
    anonymous: 'Suchmaschinen und Menschen ohne Konto sehen dies.',
    member: 'Alle, die bei Gigsy angemeldet sind, sehen dies.',
    named: 'Wer allein hierdurch benannt ist, sieht dies.',
    owner: 'Sonst sieht niemand all dies.',
  },
  changing: 'Durch ihre Augen gesehen …',
  nothing: 'Nichts ist zu sehen. Für sie gibt es Ihre Seite nicht.',
};
