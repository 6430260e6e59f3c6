/** French. */
import type { Table } from '../terms.ts';

export const words: Table = {
  code: 'fr',
  loading: 'Chargement du profil',
  unavailable: 'Ce profil n’est pas disponible.',
  error: 'Impossible de charger ce profil.',
  offline: 'Pas de connexion pour le moment.',
  retry: 'Réessayer',
  more: 'Plus',
  open: 'Disponible',
  limited: 'Disponibilité limitée',
  closed: 'Non disponible',
  remote: 'À distance',
  skills: 'Compétences',
  moreSkills: (count, written) => (count < 2 ? `${written} autre compétence` : `${written} autres compétences`),
  comma: ', ',
  levels: ['Débutant', 'Notions', 'Opérationnel', 'Avancé', 'Expert'],
  panel: {
    from: (date) => `À partir de ${date}`,
  },
};
