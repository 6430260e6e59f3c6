/** French. */
import type { AccessLogTerms } from '../terms.ts';
import { purposes } from '../../purposes/fr.ts';

export const words: AccessLogTerms = {
  purposes,
  title: 'Qui a vu vos données',
  intro:
    'Les membres qui ouvrent des parties non publiques de votre profil indiquent pourquoi et pour combien de temps. Chaque accès reste dans cette liste.',
  empty: 'Personne n’a ouvert de partie non publique de votre profil.',
  open: 'Ouverts actuellement',
  history: 'Tous les accès',
  noneOpen: 'Personne n’a d’accès en ce moment.',
  who: 'Qui',
  what: 'Quoi',
  why: 'Pourquoi',
  when: 'Quand',
  until: 'Jusqu’au',
  untilLatest: 'Au plus tard jusqu’au',
  unnamed: 'Un membre dont vous ne pouvez pas voir le profil',
  end: 'Mettre fin à l’accès',
  ended: 'L’accès a pris fin.',
  endedBefore: 'Cet accès avait déjà pris fin.',
  sent: 'Envoyé à d’autres',
  sentMore: 'Quand Gigsy envoie de vos données à d’autres, cela figure ici. Voici les dernières fois.',
  toWhom: 'À qui',
  party: {
    github: 'GitHub',
    clerk: 'Clerk, où vous vous connectez',
    pictureHost: 'Le site d’où vient votre photo',
    linkHost: 'Le site d’une page vers laquelle mène votre portfolio',
    messageProvider: 'Le prestataire qui envoie nos e-mails et SMS',
    claimedHost: 'Le site d’un domaine ou d’une page que vous dites vôtre',
    identityProvider: 'Le prestataire qui vérifie les pièces d’identité',
  },
  part: {
    'imports.account': 'Nom de votre compte là-bas',
    'account.user': 'Votre compte de connexion',
    'verification.subject': 'Votre adresse ou numéro',
    'verification.claim': 'Un domaine ou une page que vous dites vôtre',
    'account.handle': 'Votre identifiant',
  },
  earlier: 'Afficher les accès antérieurs',
  shown: (count, written) => `${written} ${count === 1 ? 'accès antérieur affiché' : 'accès antérieurs affichés'}.`,
  views: 'Consultations par le public',
  viewsIntro:
    'Combien de fois, environ, votre profil a été lu sur le web ces 30 derniers jours : une estimation à partir d’un échantillon. Personne n’est nommé ; vos propres visites comptent aussi.',
  noViews: 'Aucune visite comptée pour l’instant.',
  day: 'Jour',
  count: 'Consultations',
  viewed: (count, written) => `${written} ${count < 2 ? 'consultation' : 'consultations'} en tout.`,
};
