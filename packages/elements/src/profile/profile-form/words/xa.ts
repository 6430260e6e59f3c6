/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: '[Ýöü hávé ñö pŕöfîļé ýéţ. ~~~~~~~~~~]',
  identity: {
    title: '[Ñámé áñđ pļáçé ~~~~~~]',
    fields: {
      displayName: { label: '[Ñámé ~~]', help: '[Àš öţhéŕš áŕé ţö ŕéáđ îţ. ~~~~~~~~~~]' },
      headline: { label: '[Héáđļîñé ~~~]', help: '[Wháţ ýöü đö, îñ öñé ļîñé. ~~~~~~~~~~]' },
      pronouns: { label: '[Pŕöñöüñš ~~~]', help: '[Šüçh áš ţhéý/ţhém. ~~~~~~~]' },
      'location.city': { label: '[Çîţý ~~]' },
      'location.region': { label: '[Ŕéĝîöñ ~~]' },
      'location.countryCode': { label: '[Çöüñţŕý ~~~]' },
      avatarUrl: {
        label: '[Àđđŕéšš öf ýöüŕ pîçţüŕé ~~~~~~~~~]',
        help: '[Šţáŕţš wîţh https://. Ţhé pîçţüŕé îš féţçhéđ öñçé áñđ šhöwñ fŕöm Ĝîĝšý. ~~~~~~~~~~~~~~~~~~~~~~~~~]',
      },
    },
  },
};
