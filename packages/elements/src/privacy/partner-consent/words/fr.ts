/** French. */
import type { PartnerConsentTerms } from '../terms.ts';

export const words: PartnerConsentTerms = {
  title: 'Partenaires qui vous connaissent',
  ask: (partner) => `Permettre à ${partner} de savoir qui vous êtes sur Gigsy ?`,
  sites: 'Ses sites :',
  may: 'Ses pages pourront alors vous montrer, tant que vous y êtes connecté, ce que voient les membres connectés : de votre propre profil et des profils de la page.',
  mayNot:
    'Il ne peut pas modifier votre profil et ne voit rien de ce que vous seul ou les personnes que vous avez nommées pouvez voir.',
  end: 'Vous pouvez y mettre fin ici à tout moment ; les pages ouvertes le perdent alors aussitôt.',
  allow: 'Autoriser',
  refuse: 'Pas maintenant',
  over: 'Cette demande est terminée ou a déjà reçu une réponse. Demandez-en une nouvelle sur le site du partenaire.',
  refused: 'Vous ne l’avez pas autorisé. La demande prend fin d’elle-même.',
  allowed: (partner) => `${partner} vous connaît maintenant.`,
  links: 'Partenaires que vous avez autorisés',
  none: 'Vous n’avez autorisé aucun partenaire.',
  since: (date) => `Depuis le ${date}`,
  as: (user) => `Vous y êtes ${user}`,
  revoke: 'Mettre fin',
  revoked: (partner) => `${partner} ne vous connaît plus.`,
  tooMany: 'Vous avez autorisé autant de partenaires que possible. Mettez d’abord fin à une autorisation.',
};
