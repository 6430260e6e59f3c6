/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { AccessLogTerms } from '../terms.ts';

export const words: AccessLogTerms = {
  title: '[Wĥö šáw ýöüŕ đáţá ~~~~~~~]',
  intro:
    '[Mémbéŕš wĥö öpéñ páŕţš öƒ ýöüŕ pŕöƒîļé ţĥáţ áŕé ñöţ pübļîç šáý wĥáţ ƒöŕ, áñđ ƒöŕ ĥöw ļöñĝ. Éáçĥ ţîmé šţáýš öñ ţĥîš ļîšţ. ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~]',
  empty: '[Ñöböđý ĥáš öpéñéđ áñý páŕţ öƒ ýöüŕ pŕöƒîļé ţĥáţ îš ñöţ pübļîç. ~~~~~~~~~~~~~~~~~~~~~~~~~]',
  open: '[Öpéñ ñöw ~~~]',
  history: '[Àļļ áççéššéš ~~~~~]',
  noneOpen: '[Ñöböđý ĥáš áççéšš áţ ţĥé möméñţ. ~~~~~~~~~~~~~]',
  who: '[Wĥö ~~]',
  what: '[Wĥáţ ~~]',
  why: '[Wĥý ~~]',
  when: '[Wĥéñ ~~]',
  until: '[Üñţîļ ~~]',
  untilLatest: '[Üñţîļ, áţ ţĥé ļáţéšţ ~~~~~~~~]',
  unnamed: '[À mémbéŕ wĥöšé pŕöƒîļé ýöü máý ñöţ šéé ~~~~~~~~~~~~~~~]',
  end: '[Éñđ áççéšš ~~~~]',
  ended: '[Ţĥé áççéšš ĥáš éñđéđ. ~~~~~~~~]',
  endedBefore: '[Ţĥîš áççéšš ĥáđ éñđéđ áļŕéáđý. ~~~~~~~~~~~~]',
  earlier: '[Šĥöw éáŕļîéŕ áççéššéš ~~~~~~~~]',
  shown: (count, written) => `[${written} éáŕļîéŕ ${count === 1 ? 'access' : 'accesses'} šĥöwñ. ~~~~~~~]`,
};
