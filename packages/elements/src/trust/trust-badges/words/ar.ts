/** Arabic. */
import type { TrustBadgesWords } from '../words.ts';

export const words: TrustBadgesWords = { title: 'التحققات' };
