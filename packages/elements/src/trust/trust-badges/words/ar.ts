/** Arabic. */
import type { TrustBadgesWords } from '../words.ts';

export const words: TrustBadgesWords = { title: 'التحققات', nothing: 'لا شيء لعرضه هنا.' };
