/** French. */
import type { ImportsTerms } from '../terms.ts';

export const words: ImportsTerms = {
  title: 'Remplir votre profil depuis ailleurs',
  intro:
    'Reprenez ce que vous avez déjà écrit ailleurs. Vous voyez tout avant et vous choisissez ; vos propres mots ne sont jamais remplacés.',
  empty: 'Vous n’avez pas encore de profil.',
  source: { github: 'GitHub', linkedin: 'LinkedIn' },
  notice: {
    github:
      'Nous demandons une fois à GitHub ce que tout le monde peut voir du compte que vous indiquez : son profil et ses dépôts. La réponse est gardée un jour, pour l’aperçu. Rien n’y est publié et aucun mot de passe n’est nécessaire.',
    linkedin:
      'Vous choisissez l’archive que LinkedIn vous remet. Elle est ouverte dans ce navigateur. Messages, contacts et tout le reste y demeurent ; seuls les fichiers sur votre parcours sont envoyés, pour l’aperçu, et ne sont pas conservés.',
  },
  fills: 'Cela peut remplir :',
  term: 'Vous pouvez importer pendant un an et vous rétracter à tout moment : ce qui est venu ainsi quitte alors votre profil, sauf ce que vous avez modifié depuis.',
  agree: (source) => `Accepter un import depuis ${source}`,
  agreed: (source) => `Vous avez accepté un import depuis ${source}.`,
  login: 'Nom d’utilisateur GitHub',
  loginWanted: 'Indiquez un nom d’utilisateur GitHub : lettres, chiffres et traits d’union intérieurs, 39 au plus.',
  look: 'Voir ce qui s’y trouve',
  fetching: 'Demande à GitHub …',
  fault: {
    unknown_user: 'GitHub ne connaît aucun compte de ce nom.',
    busy: 'GitHub n’accepte plus de demandes pour le moment. Réessayez dans une heure.',
    unreadable: 'GitHub a donné une réponse illisible.',
    unreachable: 'GitHub est injoignable. Réessayez plus tard.',
  },
  archiveMore:
    'Sur LinkedIn, ouvrez Préférences, Confidentialité des données, « Obtenir une copie de vos données ». L’archive arrive par e-mail, sous forme de fichier zip.',
  archive: 'Archive LinkedIn (zip)',
  reading: 'Lecture de l’archive …',
  archiveFault: {
    not_an_archive: 'Ce n’est pas un fichier zip, ou il est endommagé.',
    too_large: 'Cette archive est trop grande.',
    nothing_found: 'Ce fichier zip ne contient rien de ce que LinkedIn écrit sur un parcours.',
  },
  pick: 'Choisissez ce qui est repris',
  nothingNew: 'Rien de nouveau : votre profil a déjà tout.',
  kind: { add: 'Nouveau', fill: 'Comble un vide', renew: 'Plus récent que votre dernier import' },
  kept: (count, written) =>
    count < 2
      ? `${written} champ reste comme vous l’avez écrit`
      : `${written} champs restent comme vous les avez écrits`,
  left: (count, written) =>
    count < 2
      ? `${written} autre entrée ne tient pas dans vos listes.`
      : `${written} autres entrées ne tiennent pas dans vos listes.`,
  take: (count, written) => `Reprendre ${written} ${count < 2 ? 'entrée' : 'entrées'}`,
  pickNothing: 'Choisissez au moins une entrée.',
  close: 'Fermer la liste',
  taking: 'Reprise en cours …',
  taken: (count, written) =>
    count < 2
      ? `${written} entrée est maintenant dans votre profil.`
      : `${written} entrées sont maintenant dans votre profil.`,
  changedMeanwhile: 'Votre profil a changé entre-temps. Voici la liste actuelle ; choisissez de nouveau.',
  record: 'Votre consentement',
  since: (date) => `Donné le ${date}.`,
  until: (date) => `Vous pouvez importer jusqu’au ${date}.`,
  controller: (name) => `Donné à : ${name}`,
  version: (written) => `Version de la notice : ${written}`,
  ended: {
    withdrawn: (date) => `Vous avez retiré un consentement antérieur le ${date}.`,
    expired: (date) => `Un consentement antérieur a pris fin de lui-même le ${date}.`,
  },
  came: (count, written) =>
    count < 2
      ? `${written} partie de votre profil vient d’ici :`
      : `${written} parties de votre profil viennent d’ici :`,
  cameNone: 'Rien dans votre profil ne vient d’ici.',
  edited: 'modifié par vous',
  withdraw: 'Retirer',
  askWithdraw: (source) =>
    `Retirer votre consentement ? Ce qui vient de ${source} quitte aussitôt votre profil et ne peut pas être restauré. Ce que vous avez modifié reste.`,
  keep: 'Le garder',
  withdrawn: (removed, written) =>
    removed === 0
      ? 'Votre consentement est retiré. Rien n’a dû quitter votre profil.'
      : `Votre consentement est retiré, et ${written} ${removed < 2 ? 'entrée a' : 'entrées ont'} quitté votre profil.`,
  stayed: (count, written) =>
    count < 2 ? `${written} reste, car vous l’avez modifiée.` : `${written} restent, car vous les avez modifiées.`,
};
