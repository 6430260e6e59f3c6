/** French. */
import type { CutoverWords } from '../words.ts';

export const words: CutoverWords = {
  title: 'Bascule de la lecture des profils',
  offline: 'Pas de connexion pour le moment.',
  drift: (count, written) => `Écarts : ${written} ${count < 2 ? 'constat ouvert' : 'constats ouverts'}`,
  noDrift: 'Écarts : aucun constat ouvert',
  cohorts: {
    staff: { name: 'Équipe', who: 'Modérateurs et administrateurs' },
    pilot: { name: 'Pilote', who: '5 sur 100 de tous les autres' },
    early: { name: 'Premiers', who: '25 de plus sur 100' },
    rest: { name: 'Reste', who: 'Toutes les autres personnes' },
  },
  phases: {
    'dual-write': 'Double écriture',
    'shadow-read': 'Lecture comparée',
    normalized: 'Normalisé',
    retired: 'Retiré',
  },
  progress: 'Phases',
  since: (date) => `Depuis le ${date}`,
  compared: (count, written) => `${written} ${count < 2 ? 'profil comparé' : 'profils comparés'}`,
  emptied: (count, written) => `${written} ${count < 2 ? 'copie supprimée' : 'copies supprimées'}`,
  going: 'en cours',
  differences: (count, written) =>
    count < 2 ? `${written} profil est lu différemment :` : `${written} profils sont lus différemment :`,
  moreThan: (written) => `plus de ${written}`,
  obstacles: {
    drift: 'Des constats d’écart sont ouverts.',
    differences: 'La copie et les lignes sont lues différemment.',
    comparison: 'Tous les profils n’ont pas encore été comparés.',
  },
  forward: (phase) => `Avancer vers « ${phase} »`,
  back: (phase) => `Revenir à « ${phase} »`,
  ask: 'Supprimer les copies de ce groupe ? Rien ne les fera revenir.',
  retire: 'Supprimer les copies',
  keep: 'Les garder',
  moving: 'Bascule en cours',
  moved: (cohort, phase) => `${cohort} : maintenant dans la phase « ${phase} ».`,
  conflict: 'Quelqu’un d’autre a déplacé ce groupe. Voici où il en est.',
  notReady: 'Cette étape n’est pas encore possible.',
  failed: 'Cette étape a échoué. Rien n’a été modifié.',
};
