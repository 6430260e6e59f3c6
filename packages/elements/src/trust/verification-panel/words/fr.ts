/** French. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Vérifications',
  intro:
    'Les autres voient qu’une adresse ou un numéro a été confirmé, par qui et jusqu’à quand. Ils ne voient jamais l’adresse ni le numéro. Les domaines et les pages, ils les voient là où vous les montrez.',
  empty: 'Créez d’abord un profil.',
  levels: {
    none: 'Rien n’est encore confirmé.',
    email: 'Votre niveau : adresse e-mail',
    phone: 'Votre niveau : numéro de téléphone',
    organisation: 'Votre niveau : organisation',
    government: 'Votre niveau : pièce d’identité',
  },

  methods: {
    email: 'Adresse e-mail',
    phone: 'Numéro de téléphone',
    domain: 'Domaine de votre organisation',
    link: 'Vos pages',
    document: 'Pièce d’identité',
  },
  help: {
    email: 'Gigsy y envoie un code à six chiffres.',
    phone: 'Avec l’indicatif du pays, comme +43 664 1234567. Gigsy y envoie un code à six chiffres.',
    domain: 'Tel qu’il a été enregistré, comme example.org. Les autres ne voient le nom que si vous le montrez.',
    link: 'Une page ailleurs qui renvoie à votre profil.',
    document: 'Un prestataire la vérifie. Gigsy ne reçoit que le résultat, et aucune image.',
  },
  wanted: {
    email: 'Saisissez une adresse e-mail, comme ada@example.org.',
    phone: 'Saisissez un numéro avec l’indicatif du pays, comme +43 664 1234567.',
    domain: 'Saisissez un domaine tel qu’il a été enregistré, comme example.org.',
    link: 'Saisissez une adresse qui commence par https://.',
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

  claims: {
    add: { domain: 'Ajouter le domaine', link: 'Ajouter la page' },
    added: (subject) => `${subject} est ajouté. Suivez maintenant les indications ci-dessous.`,
    record: 'Créez un enregistrement TXT à ce nom',
    line: 'et avec ce texte',
    file: 'Ou placez le texte dans le fichier à cette adresse',
    backLink: 'Faites-y un lien vers cette adresse avec rel="me"',
    copy: 'Copier',
    copied: 'Copié.',
    notCopied: 'La copie a échoué. Sélectionnez le texte.',
    check: 'Vérifier maintenant',
    checking: 'Gigsy regarde.',
    waits: (date) => `Gigsy regarde de temps en temps jusqu’au ${date}.`,
    stays: 'Laissez-le en place : Gigsy regarde chaque semaine.',
    faults: {
      not_shown: (time) => `Dernier passage le ${time} : ce n’est pas là.`,
      other_token: (time) => `Dernier passage le ${time} : il y a un texte pour quelqu’un d’autre ou un autre domaine.`,
      unreachable: (time) => `Dernier passage le ${time} : aucune réponse.`,
    },
    dropped: 'Retiré.',
    tooMany: 'Vous avez autant de domaines et de pages que possible. Retirez-en un d’abord.',
    notOffered: 'Cela ne peut pas être vérifié pour le moment.',
  },
  documents: {
    begin: 'Commencer la vérification',
    begun: 'La vérification a commencé.',
    goOn: 'Continuer chez le prestataire',
    states: {
      opening: 'Le prestataire est sollicité.',
      open: 'La vérification est en cours. Le résultat s’affichera ici.',
      unreachable: 'Le prestataire ne répond pas. Réessayez plus tard.',
      failed: 'La vérification n’a pas abouti.',
      lapsed: 'Le délai de la vérification est dépassé.',
    },
    standIn:
      'Cette installation sert au développement : aucun document n’est vérifié. Choisissez l’issue de la vérification.',
    plays: {
      pass: 'Réussir',
      fail: 'Échouer',
      lapse: 'Laisser le délai passer',
      repeat: 'Réussir, avec deux messages',
    },
  },

  noProfile: 'Créez d’abord un profil.',
  tooOften: 'Vous avez demandé autant de codes que possible. Réessayez demain.',
  noSender: 'Aucun message ne peut être envoyé pour le moment.',
  over: 'C’était déjà terminé.',
  outbox: (subject, code) =>
    `Cette installation sert au développement et n’envoie pas de messages. Le code pour ${subject} : ${code}`,
};
