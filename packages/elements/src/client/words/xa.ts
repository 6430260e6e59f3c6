/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: '[Ļöáđîñĝ ~~~]',
  signedOut: '[Šîĝñ îñ ţö šéé ţĥîš. ~~~~~~~~]',
  unavailable: '[Ţĥîš îš ñöţ áváîļábļé ţö ýöü. ~~~~~~~~~~~~]',
  error: '[Ţĥîš çöüļđ ñöţ bé ļöáđéđ. ~~~~~~~~~~]',
  failed: '[Ţĥîš ƒáîļéđ. Ñöţĥîñĝ wáš çĥáñĝéđ. ~~~~~~~~~~~~~]',
  expired: '[Ýöüŕ šéššîöñ ĥáš éñđéđ. Šîĝñ îñ áĝáîñ. ~~~~~~~~~~~~~~~]',
  busy: '[Ţĥáţ wáš ţöö müçĥ áţ öñçé. Wáîţ á möméñţ áñđ ţŕý áĝáîñ. ~~~~~~~~~~~~~~~~~~~~~~]',
};
