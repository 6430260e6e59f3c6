/** French. */
import type { PortfolioWords } from '../words.ts';

export const words: PortfolioWords = {
  title: 'Portfolio',
  courses: 'Certificats',
  gigs: 'Missions',
  contributions: 'Contributions',
  project: 'Projet',
  media: 'Médias',
  document: 'Document',
  search: 'Rechercher dans le portfolio',
  all: 'Tout',
  kinds: 'Type d’élément',
  shown: (count, total) => `${count} sur ${total} éléments`,
  noMatch: 'Aucun élément ne correspond.',
  skills: 'Compétences avec preuves',
  entries: (count, written) => `${written} ${count < 2 ? 'élément' : 'éléments'}`,
  details: 'Détails',
  close: 'Fermer',
  client: 'Client',
  credential: 'Attestation',
  criteria: 'Critères',
  evidence: 'Preuves',
  page: 'Page liée',
  files: 'Fichiers',
  partial: 'Il y a plus d’éléments que ceux affichés ici.',
};
