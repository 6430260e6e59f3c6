/**
 * The pseudo-locale en-XA: English with accents, in brackets, 40% longer. Text that is cut off lacks its closing
 * bracket; untranslated text lacks accents. Its English is the elements' own.
 */
import type { Table } from '../terms.ts';

export const words: Table = {
  code: 'en-XA',
  loading: '[Ļöáđîñĝ pŕöfîļé ~~~~~~]',
  unavailable: '[Ţhîš pŕöfîļé îš ñöţ áváîļábļé. ~~~~~~~~~~~~]',
  error: '[Ţhîš pŕöfîļé çöüļđ ñöţ bé ļöáđéđ. ~~~~~~~~~~~~~]',
  offline: '[Ñö çöññéçţîöñ áţ ţhé möméñţ. ~~~~~~~~~~~]',
  retry: '[Ţŕý áĝáîñ ~~~~]',
  more: '[Möŕé ~~]',
  open: '[Àváîļábļé ~~~~]',
  limited: '[Ļîmîţéđ áváîļábîļîţý ~~~~~~~~]',
  closed: '[Ñöţ áváîļábļé ~~~~~]',
  remote: '[Ŕémöţé ~~]',
  skills: '[Šķîļļš ~~]',
  moreSkills: (_, written) => `[${written} möŕé šķîļļš ~~~~~~~~~]`,
  comma: ', ',
  levels: ['[Ļéáŕñîñĝ ~~~]', '[Bášîç ~~]', '[Wöŕķîñĝ ~~~]', '[Àđváñçéđ ~~~]', '[Éxpéŕţ ~~]'],
  panel: {
    from: (date) => `[Fŕöm ${date} ~~~~~]`,
  },
};
