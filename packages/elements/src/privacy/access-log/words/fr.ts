/** French. */
import type { AccessLogTerms } from '../terms.ts';

export const words: AccessLogTerms = {
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
  earlier: 'Afficher les accès antérieurs',
  shown: (count, written) => `${written} ${count === 1 ? 'accès antérieur affiché' : 'accès antérieurs affichés'}.`,
};
