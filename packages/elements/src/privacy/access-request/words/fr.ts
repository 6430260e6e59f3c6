/** French. */
import type { AccessRequestTerms } from '../terms.ts';
import { purposes } from '../../purposes/fr.ts';

export const words: AccessRequestTerms = {
  purposes,
  title: 'Ce que les membres peuvent voir',
  intro:
    'Indiquez pourquoi, et cette page affiche ce qui n’est pas public et qui vous est ouvert. La personne saura que vous l’avez consulté, quand et pourquoi.',
  purpose: 'Finalité',
  choose: 'Choisir…',
  note: 'Avec vos propres mots',
  noteHelp: 'Facultatif. La personne le lira.',
  purposeWanted: 'Choisissez une finalité.',
  noteWanted: 'Indiquez pourquoi.',
  show: 'Afficher',
  opening: 'Ouverture…',
  shown: (purpose) => `Vous voyez ce qui vous est ouvert. Finalité : ${purpose}. La personne en est informée.`,
  nothing: 'Rien de plus ne vous est ouvert ici. Vous voyez ce que tout le monde voit.',
  tooMany: 'Vous avez ouvert beaucoup de profils en peu de temps. Vous voyez ce que tout le monde voit.',
  noteRefused: 'Vos mots n’ont pas été acceptés : utilisez du texte simple. Vous voyez ce que tout le monde voit.',
  ended: 'L’accès a pris fin. Vous voyez ce que tout le monde voit.',
  end: 'Mettre fin à l’accès',
  again: 'Réessayer',
};
