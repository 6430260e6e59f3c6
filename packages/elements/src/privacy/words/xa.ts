/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/xa.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: '[Ýöüŕ wĥöļé pŕöƒîļé ~~~~~~~]',
  field: {
    'identity.displayName': '[Ñámé ~~]',
    'identity.headline': '[Ĥéáđļîñé ~~~]',
    'identity.pronouns': '[Pŕöñöüñš ~~~]',
    'identity.avatarUrl': '[Pîçţüŕé ~~~]',
    'identity.location': '[Pļáçé ~~]',
    'contact.email': '[É-máîļ ~~]',
    'contact.phone': '[Pĥöñé ~~]',
    'contact.website': '[Wébšîţé ~~~]',
    'education.score': '[Ĝŕáđé ~~]',
    'education.gpa': '[Ĝŕáđé pöîñţ ávéŕáĝé ~~~~~~~~]',
    'availability.rate': '[Ŕáţé ~~]',
    'organisation.openingsEmail': '[É-máîļ ƒöŕ áppļîçáñţš ~~~~~~~~]',
    'verification.domain': '[Đömáîñ ~~]',
    'verification.link': '[Páĝé ~~]',
  },
  further: {
    courses: '[Çöüŕšéš ~~~]',
    gigs: '[Ĝîĝš ~~]',
    badges: '[Báđĝéš ~~]',
    contributions: '[Çöñţŕîbüţîöñš ~~~~~]',
    verification: '[Véŕîƒîéđ çöñţáçţ đéţáîļš ~~~~~~~~~~]',
    endorsements: '[Éñđöŕšéméñţš ~~~~~]',
    reviews: '[Ŕévîéwš ~~~]',
    reputation: '[Ŕépüţáţîöñ ~~~~]',
  },
  visibility: {
    public: '[Àñýöñé öñ ţĥé wéb ~~~~~~~]',
    platform: '[Šîĝñéđ-îñ mémbéŕš ~~~~~~~]',
    restricted: '[Péöpļé ýöü ñáméđ ~~~~~~]',
    owner: '[Öñļý ýöü ~~~]',
  },
  relation: { contact: '[Ýöüŕ çöñţáçţš ~~~~~]' },
  of: (whole, part) => `[${whole}: ${part} ~~~~~~]`,
  cancel: '[Çáñçéļ ~~]',
};
