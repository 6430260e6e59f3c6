/** French. */
import type { DataRequestsTerms } from '../terms.ts';

export const words: DataRequestsTerms = {
  title: 'Demandes sur vos données',
  empty: 'Vous n’avez pas encore de compte.',
  copy: 'Une copie de vos données',
  copyMore:
    'Tout ce qui est enregistré à votre sujet, dans un fichier zip : une page à lire, des fichiers JSON avec leurs schémas, un JSON Resume et vos images.',
  ask: 'Demander une copie',
  askAgain: 'Créer une nouvelle copie',
  making: (done) => `Votre copie est en cours de création : ${done}`,
  callOff: 'Arrêter',
  ready: (count, written, size) =>
    `Votre copie est prête : ${written} ${count === 1 ? 'fichier' : 'fichiers'}, ${size}.`,
  keptUntil: (date) => `Elle sera supprimée le ${date}.`,
  download: 'Télécharger',
  linksUntil: (time) => `Les liens fonctionnent jusqu’à ${time}, pour toute personne qui les possède.`,
  linksOver: 'Les liens ont expiré. Appuyez sur Télécharger pour en obtenir de nouveaux.',
  remove: 'Supprimer cette copie',
  copyFailed: 'Votre copie n’a pas pu être créée. Demandez-la à nouveau.',
  begun: 'Votre copie est en préparation. Vous pouvez quitter cette page entre-temps.',
  removed: 'La copie est supprimée.',
  tooOften: 'Vous pouvez demander trois copies par jour. Réessayez plus tard.',
  changed: 'Cela avait changé entre-temps. Vous voyez l’état actuel.',
  deletion: 'Supprimer votre compte',
  deletionMore: (_, days) =>
    `Votre profil est masqué à tous immédiatement. ${days} jours plus tard, votre compte est fermé et ceci est effacé :`,
  goes: [
    'votre profil, avec ses images et ses statistiques',
    'vos réglages, les personnes que vous avez désignées et vos liens avec des organisations',
    'les copies de vos données, les réponses à vos appels et le texte des motifs',
  ],
  stays:
    'Les enregistrements qui ne nomment personne restent, ainsi que votre identifiant chez le fournisseur d’identité et une forme illisible de votre nom d’utilisateur, afin que personne ne prenne votre place.',
  request: 'Supprimer mon compte',
  due: (date) => `Votre compte sera fermé et effacé le ${date}.`,
  untilThen: 'D’ici là, votre profil est masqué aux autres et vous pouvez annuler la suppression.',
  keep: 'Garder mon compte',
  held: 'Une conservation légale est en cours. Votre compte sera fermé ce jour-là, et vos données seront effacées dès qu’elle prendra fin.',
  heldFor: (reason) => `Son motif : ${reason}.`,
  reason: {
    litigation: 'un litige',
    investigation: 'une enquête',
    authority: 'un ordre d’une autorité',
    safety: 'la sécurité des personnes',
  },
  receipt:
    'Ensuite, plus personne ne peut se connecter : le reçu de l’effacement reste donc chez l’exploitant ; il compte ce qui a été effacé et ne nomme personne. Téléchargez avant une copie de vos données.',
  requested: 'Votre profil est masqué. Vous pouvez annuler la suppression jusqu’au jour prévu.',
  kept: 'La suppression est annulée. Votre compte est comme avant.',
};
