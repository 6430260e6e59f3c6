/** French. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Vérifications',
  intro:
    'Les autres voient qu’une adresse ou un numéro a été confirmé, par qui et jusqu’à quand. Ils ne voient jamais l’adresse ni le numéro.',
  empty: 'Créez d’abord un profil.',
  levels: {
    none: 'Rien n’est encore confirmé.',
    email: 'Votre niveau : adresse e-mail',
    phone: 'Votre niveau : numéro de téléphone',
    organisation: 'Votre niveau : organisation',
    government: 'Votre niveau : pièce d’identité',
  },

  methods: { email: 'Adresse e-mail', phone: 'Numéro de téléphone' },
  help: {
    email: 'Gigsy y envoie un code à six chiffres.',
    phone: 'Avec l’indicatif du pays, comme +43 664 1234567. Gigsy y envoie un code à six chiffres.',
  },
  wanted: {
    email: 'Saisissez une adresse e-mail, comme ada@example.org.',
    phone: 'Saisissez un numéro avec l’indicatif du pays, comme +43 664 1234567.',
  },
  send: 'Envoyer un code',
  sent: (subject) => `Un code est en route vers ${subject}.`,

  code: 'Code',
  codeHelp: (subject, time) => `Envoyé à ${subject}. Le code est valable jusqu’à ${time}.`,
  codeWanted: 'Saisissez les six chiffres du message.',
  wrong: 'Ce code ne correspond pas ou n’est plus valable. Après cinq essais, demandez-en un autre.',
  confirm: 'Confirmer',
  confirmed: { email: 'Votre adresse e-mail est confirmée.', phone: 'Votre numéro de téléphone est confirmé.' },
  another: 'Envoyer un autre code',
  cancel: 'Annuler',
  cancelled: 'Annulé. Le code n’est plus valable.',

  holds: (from, until) => `Confirmé le ${from}. Valable jusqu’au ${until}.`,
  endsSoon: (date) => `Cela prend fin le ${date}. Confirmez à nouveau pour le garder.`,
  again: 'Confirmer à nouveau',
  withdraw: 'Retirer',
  withdrawn: 'Retiré. L’adresse ou le numéro est effacé.',

  credential: 'Télécharger l’attestation',
  credentialSaved: 'L’attestation est téléchargée. Toute personne à qui vous la donnez peut la vérifier.',
  credentialLate: 'L’attestation n’est pas encore prête. Réessayez dans un instant.',
  noCredentials: 'Aucune attestation ne peut être délivrée pour le moment.',

  earlier: 'Auparavant',
  ended: {
    expired: (date) => `Expiré le ${date}`,
    withdrawn: (date) => `Retiré ou remplacé le ${date}`,
    revoked: (date) => `Révoqué le ${date}`,
  },

  noProfile: 'Créez d’abord un profil.',
  tooOften: 'Vous avez demandé autant de codes que possible. Réessayez demain.',
  noSender: 'Aucun message ne peut être envoyé pour le moment.',
  over: 'C’était déjà terminé.',
  outbox: (subject, code) =>
    `Cette installation sert au développement et n’envoie pas de messages. Le code pour ${subject} : ${code}`,
};
