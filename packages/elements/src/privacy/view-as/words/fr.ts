/** French. */
import type { ViewAsTerms } from '../terms.ts';

export const words: ViewAsTerms = {
  title: 'Comment les autres vous voient',
  empty: 'Vous n’avez pas encore de profil.',
  viewer: 'Voir comme',
  anonymous: 'Tout le monde sur le web',
  member: 'Un membre connecté',
  named: (name) => `${name} (nommé par vous)`,
  owner: 'Vous',
  more: {
    anonymous: 'Les moteurs de recherche et les personnes sans compte voient ceci.',
    member: 'Toute personne connectée à Gigsy voit ceci.',
    named: 'Quelqu’un que vous avez nommé par ce seul biais voit ceci.',
    owner: 'Personne d’autre ne voit tout ceci.',
  },
  changing: 'Un regard par leurs yeux …',
  nothing: 'Ils ne voient rien. Pour eux, votre page n’existe pas.',
};
