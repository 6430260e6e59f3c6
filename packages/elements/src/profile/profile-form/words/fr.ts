/** French. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'Vous n’avez pas encore de profil.',
  identity: {
    title: 'Nom et lieu',
    fields: {
      displayName: { label: 'Nom', help: 'Tel que les autres doivent le lire.' },
      headline: { label: 'Titre', help: 'Ce que vous faites, en une ligne.' },
      pronouns: { label: 'Pronoms', help: 'Par exemple elle ou iel.' },
      'location.city': { label: 'Ville' },
      'location.region': { label: 'Région' },
      'location.countryCode': { label: 'Pays' },
      avatarUrl: {
        label: 'Adresse de votre photo',
        help: 'Commence par https://. La photo est récupérée une fois et affichée par Gigsy.',
      },
    },
  },
};
