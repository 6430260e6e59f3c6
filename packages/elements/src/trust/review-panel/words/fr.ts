/** French. */
import type { ReviewPanelWords } from '../terms.ts';

export const words: ReviewPanelWords = {
  title: 'Avis sur vos missions',
  intro:
    'Les deux parties d’une mission peuvent donner leur avis. Aucune ne voit l’avis de l’autre avant que les deux soient écrits ou que le délai soit passé.',
  empty: 'Aucune de vos missions ne peut encore recevoir d’avis.',
  as: { performer: (date) => `Vous l’avez faite · ${date}`, client: (date) => `Vous l’avez confiée · ${date}` },
  until: (date) => `Vous pouvez écrire et modifier jusqu’au ${date}.`,
  over: 'On ne peut plus écrire.',
  rating: 'Note',
  stars: (stars, most) => `${stars} sur ${most}`,
  text: 'Vos mots (si vous voulez)',
  write: 'Envoyer l’avis',
  edit: 'Enregistrer',
  ratingWanted: 'Choisissez une note de 1 à 5.',
  textRefused: 'Utilisez au plus 1000 caractères, sans caractères invisibles.',
  own: 'Votre avis',
  states: { sealed: 'Scellé : personne d’autre ne le voit encore.', revealed: 'Publié', answered: 'Publié et répondu' },
  withdraw: 'Retirer',
  received: 'À votre sujet',
  reply: 'Votre réponse',
  sendReply: 'Répondre',
  answer: 'Réponse',
  sealed: 'Scellé. Il apparaîtra quand l’autre sera écrit ou le délai passé.',
  shown: 'Les deux avis sont écrits et visibles.',
  withdrawn: 'Retiré.',
  answered: 'Votre réponse est visible.',
  notReady: 'C’était déjà terminé.',
};
