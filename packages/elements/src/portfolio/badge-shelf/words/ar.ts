/** Arabic. */
import type { BadgeShelfWords } from '../words.ts';

export const words: BadgeShelfWords = {
  arrived: (_, names) => `شارات جديدة: ${names}`,
};
