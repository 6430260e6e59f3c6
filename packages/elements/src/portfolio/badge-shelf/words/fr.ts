/** French. */
import type { BadgeShelfWords } from '../words.ts';

export const words: BadgeShelfWords = {
  arrived: (count, names) => `${count < 2 ? 'Nouveau badge' : 'Nouveaux badges'} : ${names}`,
};
