/** The card as a partner's page loads it, everything included (Lit too); the list of files comes from the build's manifest. */
import { cardPaths } from './scripts/gate/card-files.ts';

export default [
  { name: 'gigsy-profile-card', path: cardPaths(), gzip: true, limit: '11 kB' },
  { name: 'gigsy-profile-card in a wide band', path: cardPaths({ wide: true }), gzip: true, limit: '12.7 kB' },
  { name: 'gigsy-profile-card that a server rendered', path: cardPaths({ served: true }), gzip: true, limit: '12 kB' },
];
