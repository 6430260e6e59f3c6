/** The pseudo-locale en-XA. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: '[Ļöáđîñĝ pöŕţƒöļîö ~~~~~~~]',
  unavailable: '[Ţĥîš pöŕţƒöļîö îš ñöţ áváîļábļé. ~~~~~~~~~~~~~]',
  error: '[Ţĥîš pöŕţƒöļîö çöüļđ ñöţ bé ļöáđéđ. ~~~~~~~~~~~~~~]',
  badges: '[Báđĝéš ~~]',
  nothing: '[Ţĥéŕé îš ñöţĥîñĝ ţö šĥöw ĥéŕé. ~~~~~~~~~~~~]',
};
