/** Japanese. */
import type { TrustBadgesWords } from '../words.ts';

export const words: TrustBadgesWords = { title: '確認済みの情報' };
