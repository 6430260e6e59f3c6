/** The pseudo-locale en-XA. */
import type { ReputationWords } from '../words.ts';

export const words: ReputationWords = {
  title: '[Ŕépüţáţîöñ ~~~~]',
  score: (score, most) => `[${score} öƒ ${most} ~~]`,
  sure: { little: '[Ļîţţļé îš ķñöwñ ýéţ. ~~~~~~~~]', some: '[Šömé îš ķñöwñ. ~~~~~~]', much: '[Müçĥ îš ķñöwñ. ~~~~~~]' },
  range: (from, to) => `[Wîţĥ áļļ ţĥáţ îš ñöţ ķñöwñ, îţ çöüļđ bé ƒŕöm ${from} ţö ${to}. ~~~~~~~~~~~~~~~~~~~~~]`,
  madeOf: '[Wĥáţ îţ îš máđé öƒ ~~~~~~~]',
  kind: '[Ķîñđ ~~]',
  votes: '[Vöţéš ~~]',
  points: '[Pöîñţš ~~]',
  kinds: { endorsement: '[Éñđöŕšéméñţš ~~~~~]', review: '[Ŕévîéwš ~~~]', completion: '[Çömpļéţéđ ĝîĝš ~~~~~~]' },
  counts:
    '[À vöţé çöüñţš bý ţĥé ţŕüšţ îñ ţĥé péŕšöñ wĥö ĝávé îţ. Öñļý vöţéš ţĥáţ ýöü máý šéé áŕé çöüñţéđ. ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~]',
};
