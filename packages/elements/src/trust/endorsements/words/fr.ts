/** French. */
import type { EndorsementsWords } from '../words.ts';

export const words: EndorsementsWords = {
  title: 'Recommandations',
  nothing: 'Il n’y a rien à montrer ici.',
  skills: 'Compétences recommandées et combien de fois',
  forSkills: (skills) => `Pour ${skills}`,
  writtenOn: (date) => `Écrit le ${date}`,
  levels: {
    email: 'Adresse e-mail confirmée',
    phone: 'Numéro de téléphone confirmé',
    organisation: 'Organisation confirmée',
    government: 'Identité confirmée',
  },
  more: 'Tout afficher',
};
