/** The pseudo-locale en-XA. */
import type { BadgeShelfWords } from '../words.ts';

export const words: BadgeShelfWords = {
  arrived: (count, names) => `[Ñéw ${count === 1 ? 'báđĝé' : 'báđĝéš'}: ${names} ~~~]`,
};
