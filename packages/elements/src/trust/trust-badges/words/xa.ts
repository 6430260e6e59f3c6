/** The pseudo-locale en-XA. */
import type { TrustBadgesWords } from '../words.ts';

export const words: TrustBadgesWords = {
  title: '[Véŕîƒîçáţîöñš ~~~~~]',
  nothing: '[Ţĥéŕé îš ñöţĥîñĝ ţö šĥöw ĥéŕé. ~~~~~~~~~~~~]',
};
