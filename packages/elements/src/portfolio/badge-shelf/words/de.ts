/** German. */
import type { BadgeShelfWords } from '../words.ts';

export const words: BadgeShelfWords = {
  arrived: (count, names) => `${count === 1 ? 'Neues' : 'Neue'} Abzeichen: ${names}`,
};
