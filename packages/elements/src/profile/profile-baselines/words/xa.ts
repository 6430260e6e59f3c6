/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/xa.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: '[Pŕöƒîļéš îñ ƒîĝüŕéš ~~~~~~~~]',
  upTo: (time) => `[Çöüñţéđ üp ţö ${time} ~~~~~~~~]`,
  none: '[Ñöţĥîñĝ ĥáš bééñ çöüñţéđ ýéţ. ~~~~~~~~~~~~]',
  completeness: '[Pŕöƒîļéš bý šţŕéñĝţĥ ~~~~~~~~]',
  band: (from, to) => `[${from} ţö ${to} ~~~~~~]`,
  timeToComplete: '[Ţîmé üñţîļ á pŕöƒîļé ŕéáçĥéđ 80 ~~~~~~~~~~~~]',
  times: [
    '[Üp ţö áñ ĥöüŕ ~~~~~]',
    '[Üp ţö á đáý ~~~~]',
    '[Üp ţö á wééķ ~~~~~]',
    '[Üp ţö ƒöüŕ wééķš ~~~~~~]',
    '[Ļöñĝéŕ ~~]',
  ],
  edits: '[Éđîţš bý šéçţîöñ, ļáţéšţ 28 đáýš ~~~~~~~~~~~~~]',
  table: '[Šĥöw áš á ţábļé ~~~~~~]',
  profiles: '[Pŕöƒîļéš ~~~]',
  day: '[Đáý ~~]',
  all: '[Àļļ ~~]',
};
