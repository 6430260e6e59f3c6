/** Brazilian Portuguese. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/pt-BR.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: 'Todo o seu perfil',
  field: {
    'identity.displayName': 'Nome',
    'identity.headline': 'Título',
    'identity.pronouns': 'Pronomes',
    'identity.avatarUrl': 'Foto',
    'identity.location': 'Lugar',
    'contact.email': 'E-mail',
    'contact.phone': 'Telefone',
    'contact.website': 'Site',
    'education.score': 'Nota',
    'education.gpa': 'Média geral',
    'availability.rate': 'Valor',
    'organisation.openingsEmail': 'E-mail para candidaturas',
    'verification.domain': 'Domínio',
    'verification.link': 'Página',
  },
  further: {
    courses: 'Cursos',
    gigs: 'Trabalhos',
    badges: 'Insígnias',
    contributions: 'Contribuições',
    verification: 'Dados de contato verificados',
    endorsements: 'Recomendações',
    reviews: 'Avaliações',
    reputation: 'Reputação',
  },
  visibility: {
    public: 'Qualquer pessoa na web',
    platform: 'Membros conectados',
    restricted: 'Pessoas que você nomeou',
    owner: 'Só você',
  },
  relation: { contact: 'Seus contatos' },
  of: (whole, part) => `${whole}: ${part}`,
  cancel: 'Cancelar',
};
