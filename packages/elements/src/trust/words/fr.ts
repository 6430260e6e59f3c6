/** French. */
import type { TrustRoomWords } from '../words.ts';

export const words: TrustRoomWords = {
  confirmed: {
    email: 'Adresse e-mail confirmée',
    phone: 'Numéro de téléphone confirmé',
    domain: 'Domaine d’une organisation confirmé',
    link: 'Page confirmée',
    document: 'Pièce d’identité vérifiée',
  },
  checkedBy: (provider, date) => `Vérifié par ${provider} le ${date}`,
  until: (date) => `Valable jusqu’au ${date}`,
  nothing: 'Il n’y a rien à afficher ici.',
};
