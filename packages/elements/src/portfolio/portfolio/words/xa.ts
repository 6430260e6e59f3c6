/** The pseudo-locale en-XA. */
import type { PortfolioWords } from '../words.ts';

export const words: PortfolioWords = {
  title: '[Pöŕţƒöļîö ~~~~]',
  courses: '[Çéŕţîƒîçáţéš ~~~~~]',
  gigs: '[Ĝîĝš ~~]',
  contributions: '[Çöñţŕîbüţîöñš ~~~~~]',
  project: '[Pŕöĵéçţ ~~~]',
  media: '[Méđîá ~~]',
  document: '[Đöçüméñţ ~~~]',
  search: '[Šéáŕçĥ ţĥé pöŕţƒöļîö ~~~~~~~~]',
  all: '[Àļļ ~~]',
  kinds: '[Ķîñđ öƒ éñţŕý ~~~~~]',
  shown: (count, total) => `[${count} öƒ ${total} éñţŕîéš ~~~~]`,
  noMatch: '[Ñö éñţŕý máţçĥéš. ~~~~~~~]',
  skills: '[Šķîļļš wîţĥ évîđéñçé ~~~~~~~~]',
  entries: (count, written) => `[${written} ${count === 1 ? 'éñţŕý' : 'éñţŕîéš'} ~~~]`,
  details: '[Đéţáîļš ~~~]',
  close: '[Çļöšé ~~]',
  client: '[Çļîéñţ ~~]',
  credential: '[Çŕéđéñţîáļ ~~~~]',
  criteria: '[Çŕîţéŕîá ~~~]',
  evidence: '[Évîđéñçé ~~~]',
  page: '[Ļîñķéđ páĝé ~~~~]',
  files: '[Ƒîļéš ~~]',
  partial: '[Ţĥéŕé áŕé möŕé éñţŕîéš ţĥáñ áŕé šĥöwñ ĥéŕé. ~~~~~~~~~~~~~~~~~]',
};
