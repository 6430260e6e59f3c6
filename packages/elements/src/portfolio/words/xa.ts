/** The pseudo-locale en-XA. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: '[Ļöáđîñĝ pöŕţƒöļîö ~~~~~~~]',
  unavailable: '[Ţĥîš pöŕţƒöļîö îš ñöţ áváîļábļé. ~~~~~~~~~~~~~]',
  error: '[Ţĥîš pöŕţƒöļîö çöüļđ ñöţ bé ļöáđéđ. ~~~~~~~~~~~~~~]',
  badges: '[Báđĝéš ~~]',
  validUntil: (date) => `[Váļîđ üñţîļ ${date} ~~~~~]`,
  expired: (date) => `[Éxpîŕéđ (${date}) ~~~~]`,
  nothing: '[Ţĥéŕé îš ñöţĥîñĝ ţö šĥöw ĥéŕé. ~~~~~~~~~~~~]',
};
