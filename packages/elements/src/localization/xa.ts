/**
 * The pseudo-locale en-XA: English with accents, in brackets, 40% longer. What is cut off shows no closing bracket; what is
 * not translated shows no accents. Its English is as the elements' own.
 */
import type { Table } from './terms.ts';

export const table: Table = {
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
  sections: {
    about: '[Àböüţ ~~]',
    experience: '[Éxpéŕîéñçé ~~~~]',
    education: '[Éđüçáţîöñ ~~~~]',
    languages: '[Ļáñĝüáĝéš ~~~~]',
    nothing: '[Ţhéŕé îš ñöţhîñĝ ţö šhöw héŕé. ~~~~~~~~~~~~]',
    present: '[pŕéšéñţ ~~~]',
    endUnknown: '[éñđ üñķñöwñ ~~~~~]',
  },
  matrix: {
    skill: '[Šķîļļ ~~]',
    level: '[Ļévéļ ~~]',
    years: '[Ýéáŕš ~~]',
    evidence: '[Évîđéñçé ~~~]',
    endorsements: '[Éñđöŕšéméñţš ~~~~~]',
    filter: '[Fîļţéŕ šķîļļš ~~~~~]',
    group: '[Ĝŕöüp bý çáţéĝöŕý ~~~~~~~]',
    table: '[Pļáîñ ţábļé föŕ šçŕééñ ŕéáđéŕš ~~~~~~~~~~~~]',
    sortBy: '[Šöŕţ bý ~~~]',
    listed: '[Àš ļîšţéđ ~~~~]',
    other: '[Öţhéŕ ~~]',
    shown: (count, total) => `[${count} öf ${total} šķîļļš ~~~~~~~~]`,
    noMatch: '[Ñö šķîļļ máţçhéš. ~~~~~~~]',
  },
};
