/** The pseudo-locale en-XA. */
import type { TrustBadgesWords } from '../words.ts';

export const words: TrustBadgesWords = {
  title: '[Véŕîƒîçáţîöñš ~~~~~]',
};
