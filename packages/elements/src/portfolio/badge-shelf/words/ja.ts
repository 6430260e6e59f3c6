/** Japanese. */
import type { BadgeShelfWords } from '../words.ts';

export const words: BadgeShelfWords = {
  arrived: (_, names) => `新しいバッジ: ${names}`,
};
