/** Brazilian Portuguese. */
import type { BadgeShelfWords } from '../words.ts';

export const words: BadgeShelfWords = {
  arrived: (count, names) => `${count < 2 ? 'Nova insígnia' : 'Novas insígnias'}: ${names}`,
};
