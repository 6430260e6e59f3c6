/** Hindi. */
import type { BadgeShelfWords } from '../words.ts';

export const words: BadgeShelfWords = {
  arrived: (_, names) => `नए बैज: ${names}`,
};
