/** French. */
import type { ContactsTerms } from '../terms.ts';

export const words: ContactsTerms = {
  title: 'Contacts',
  intro:
    'Un contact est une personne avec qui vous avez tous deux dit oui. Dans vos réglages de confidentialité, vous pouvez leur ouvrir des parties de votre profil.',
  empty: 'Vous n’avez pas encore de contacts.',

  ask: 'Demander à quelqu’un',
  handle: 'Identifiant',
  handleHelp: 'La fin de l’adresse de sa page. La personne voit le vôtre. Gigsy ne dit pas si quelqu’un le possède.',
  handleWanted: 'Utilisez 2 à 40 caractères : a à z, 0 à 9, et des traits d’union entre eux.',
  ownHandle: 'C’est votre propre identifiant.',
  send: 'Demander',
  asked: (name) => `Vous avez envoyé une demande à ${name}.`,
  noProfile: 'Créez d’abord un profil. Les personnes le voient quand vous leur envoyez une demande.',
  tooManyAsks: 'Vous avez autant de demandes ouvertes que possible. Retirez-en une d’abord.',
  tooOften: 'Vous avez envoyé beaucoup de demandes aujourd’hui. Réessayez demain.',

  incoming: 'Demandes reçues',
  accept: 'Accepter',
  decline: 'Refuser',
  accepted: (name) => `${name} fait maintenant partie de vos contacts.`,
  declined: (name) => `Refusé. ${name} n’en est pas informé.`,
  tooMany: 'L’un de vous deux a autant de contacts que possible. Mettez d’abord fin à l’un d’eux.',

  open: 'Demandes envoyées',
  openMore: 'Une demande sans réponse prend fin après 30 jours.',
  until: (date) => `Ouverte jusqu’au ${date}`,
  withdraw: 'Retirer',
  withdrawn: (name) => `Vous avez retiré votre demande à ${name}.`,

  contacts: 'Vos contacts',
  none: 'Vous n’avez pas encore de contacts.',
  unnamed: 'Une personne dont vous ne pouvez pas voir le profil',
  since: (date) => `Depuis le ${date}`,
  end: 'Mettre fin',
  ended: (name) => `${name} ne fait plus partie de vos contacts.`,
  more: 'Afficher plus de contacts',
  shown: (count, written) =>
    `${written} ${count < 2 ? 'contact supplémentaire affiché' : 'contacts supplémentaires affichés'}.`,

  over: 'C’était déjà terminé.',
};
