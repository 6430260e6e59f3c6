/** The words of the shelf of badges. */
import type { Part } from '../../localization/part.ts';

export interface BadgeShelfWords {
  /** Badges that came while somebody watches: how many, to choose the plural by, and their names as a list. */
  arrived: (count: number, names: string) => string;
}

export const words: Part<BadgeShelfWords> = {
  name: 'portfolio/badge-shelf',
  en: { arrived: (count, names) => `New ${count === 1 ? 'badge' : 'badges'}: ${names}` },
};
