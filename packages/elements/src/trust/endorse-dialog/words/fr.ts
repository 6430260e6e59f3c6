/** French. */
import type { EndorseTerms } from '../terms.ts';

export const words: EndorseTerms = {
  title: 'Recommandation',
  endorse: (name) => `Recommander ${name}`,
  empty: 'Il n’y a personne à recommander ici.',
  intro:
    'Personne d’autre ne la voit avant que la personne ne l’accepte. Vous pouvez la modifier ou la retirer à tout moment.',
  notAsked:
    'Cette personne accepte les recommandations de celles et ceux à qui elle en demande, ou qui ont travaillé ou appris avec elle.',
  skills: 'Compétences que vous recommandez',
  text: 'Vos mots',
  textHelp: (most) => `Au plus ${most} caractères. Dites ce que vous avez fait ensemble.`,
  linked: 'Mon nom mène à mon profil',
  signed: (name) => `Vous signez ${name}.`,
  noName: 'Une recommandation porte votre nom : laissez d’abord tout le monde voir votre nom.',
  send: 'Envoyer',
  close: 'Fermer',
  sent: 'Envoyée. Les autres la voient dès que la personne l’accepte.',

  wanted: 'Choisissez une compétence ou écrivez quelques mots.',
  unsafe: 'Retirez les signes qui ne peuvent pas être affichés, ou raccourcissez le texte.',

  tooOften: 'Vous avez souvent recommandé cette personne aujourd’hui. Réessayez demain.',
  tooMany: 'Il n’y a pas de place pour une autre recommandation en ce moment.',
  over: 'Cette demande est terminée.',
};
