/** French. */
import type { MatrixWords } from '../words.ts';

export const words: MatrixWords = {
  skill: 'Compétence',
  level: 'Niveau',
  years: 'Années',
  evidence: 'Preuves',
  endorsements: 'Recommandations',
  filter: 'Filtrer les compétences',
  group: 'Grouper par catégorie',
  table: 'Tableau simple pour lecteurs d’écran',
  sortBy: 'Trier par',
  listed: 'Ordre d’origine',
  other: 'Autres',
  shown: (count, total) => `${count} compétences sur ${total}`,
  noMatch: 'Aucune compétence ne correspond.',
};
