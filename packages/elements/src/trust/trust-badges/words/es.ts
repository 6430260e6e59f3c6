/** Spanish. */
import type { TrustBadgesWords } from '../words.ts';

export const words: TrustBadgesWords = { title: 'Verificaciones', nothing: 'Aquí no hay nada que mostrar.' };
