/** Spanish. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/es.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: 'Todo tu perfil',
  field: {
    'identity.displayName': 'Nombre',
    'identity.headline': 'Titular',
    'identity.pronouns': 'Pronombres',
    'identity.avatarUrl': 'Foto',
    'identity.location': 'Lugar',
    'contact.email': 'Correo electrónico',
    'contact.phone': 'Teléfono',
    'contact.website': 'Sitio web',
    'education.score': 'Calificación',
    'education.gpa': 'Promedio de calificaciones',
    'availability.rate': 'Tarifa',
    'organisation.openingsEmail': 'Correo para candidaturas',
    'verification.domain': 'Dominio',
    'verification.link': 'Página',
  },
  further: {
    courses: 'Cursos',
    gigs: 'Encargos',
    badges: 'Insignias',
    contributions: 'Aportaciones',
    verification: 'Datos de contacto verificados',
    endorsements: 'Avales',
    reviews: 'Reseñas',
    reputation: 'Reputación',
  },
  visibility: {
    public: 'Cualquiera en la web',
    platform: 'Miembros con sesión iniciada',
    restricted: 'Personas que has nombrado',
    owner: 'Solo tú',
  },
  relation: { contact: 'Tus contactos' },
  of: (whole, part) => `${whole}: ${part}`,
  cancel: 'Cancelar',
};
