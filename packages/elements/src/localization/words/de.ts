/** German. */
import type { Table } from '../terms.ts';

export const words: Table = {
  code: 'de',
  loading: 'Profil wird geladen',
  unavailable: 'Dieses Profil ist nicht verfügbar.',
  error: 'Dieses Profil konnte nicht geladen werden.',
  offline: 'Zurzeit keine Verbindung.',
  retry: 'Erneut versuchen',
  more: 'Mehr',
  open: 'Verfügbar',
  limited: 'Eingeschränkt verfügbar',
  closed: 'Nicht verfügbar',
  remote: 'Remote',
  skills: 'Kenntnisse',
  moreSkills: (count, written) => `${written} weitere ${count === 1 ? 'Kenntnis' : 'Kenntnisse'}`,
  comma: ', ',
  levels: ['Lernend', 'Grundlagen', 'Sicher', 'Fortgeschritten', 'Experte'],
  panel: {
    from: (date) => `Ab ${date}`,
  },
};
