/** French. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/fr.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: 'Les profils en chiffres',
  upTo: (time) => `Compté jusqu’au ${time}`,
  none: 'Rien n’a encore été compté.',
  completeness: 'Profils par solidité',
  band: (from, to) => `${from} à ${to}`,
  timeToComplete: 'Temps jusqu’à ce qu’un profil atteigne 80',
  times: ['Jusqu’à une heure', 'Jusqu’à un jour', 'Jusqu’à une semaine', 'Jusqu’à quatre semaines', 'Plus'],
  edits: 'Modifications par section, 28 derniers jours',
  table: 'Afficher en tableau',
  profiles: 'Profils',
  day: 'Jour',
  all: 'Tous',
};
