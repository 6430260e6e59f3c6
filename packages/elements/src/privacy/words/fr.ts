/** French. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/fr.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: 'Tout votre profil',
  field: {
    'identity.displayName': 'Nom',
    'identity.headline': 'Titre',
    'identity.pronouns': 'Pronoms',
    'identity.avatarUrl': 'Photo',
    'identity.location': 'Lieu',
    'contact.email': 'E-mail',
    'contact.phone': 'Téléphone',
    'contact.website': 'Site web',
    'education.score': 'Note',
    'education.gpa': 'Moyenne générale',
    'availability.rate': 'Tarif',
    'organisation.openingsEmail': 'E-mail pour les candidatures',
    'verification.domain': 'Domaine',
    'verification.link': 'Page',
  },
  further: {
    courses: 'Formations',
    gigs: 'Missions',
    badges: 'Badges',
    contributions: 'Contributions',
    verification: 'Coordonnées vérifiées',
    endorsements: 'Recommandations',
    reviews: 'Avis',
    reputation: 'Réputation',
  },
  visibility: {
    public: 'Tout le monde sur le web',
    platform: 'Membres connectés',
    restricted: 'Personnes que vous avez nommées',
    owner: 'Vous seulement',
  },
  relation: { contact: 'Vos contacts' },
  of: (whole, part) => `${whole} : ${part}`,
  cancel: 'Annuler',
};
