/** French. */
import type { TrustBadgesWords } from '../words.ts';

export const words: TrustBadgesWords = { title: 'Vérifications', nothing: 'Il n’y a rien à afficher ici.' };
