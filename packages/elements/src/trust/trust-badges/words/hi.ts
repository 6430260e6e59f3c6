/** Hindi. */
import type { TrustBadgesWords } from '../words.ts';

export const words: TrustBadgesWords = { title: 'सत्यापन', nothing: 'यहाँ दिखाने के लिए कुछ नहीं है।' };
