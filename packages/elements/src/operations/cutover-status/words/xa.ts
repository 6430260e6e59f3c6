/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { CutoverWords } from '../words.ts';

export const words: CutoverWords = {
  title: '[Çüţövéŕ öƒ pŕöƒîļé ŕéáđš ~~~~~~~~~~]',
  offline: '[Ñö çöññéçţîöñ áţ ţĥé möméñţ. ~~~~~~~~~~~]',
  drift: (_, written) => `[Đŕîƒţ: ${written} öpéñ ƒîñđîñĝš ~~~~~~~~~]`,
  noDrift: '[Đŕîƒţ: ñö öpéñ ƒîñđîñĝš ~~~~~~~~~]',
  cohorts: {
    staff: { name: '[Šţáƒƒ ~~]', who: '[Möđéŕáţöŕš áñđ áđmîñîšţŕáţöŕš ~~~~~~~~~~~~]' },
    pilot: { name: '[Pîļöţ ~~]', who: '[5 îñ 100 öƒ áļļ öţĥéŕš ~~~~~~~~~]' },
    early: { name: '[Éáŕļý ~~]', who: '[25 möŕé îñ 100 ~~~~~~]' },
    rest: { name: '[Ŕéšţ ~~]', who: '[Évéŕýböđý éļšé ~~~~~~]' },
  },
  phases: {
    'dual-write': '[Đüáļ wŕîţé ~~~~]',
    'shadow-read': '[Šĥáđöw ŕéáđ ~~~~]',
    normalized: '[Ñöŕmáļîžéđ ~~~~]',
    retired: '[Ŕéţîŕéđ ~~~]',
  },
  progress: '[Pĥášéš ~~]',
  since: (date) => `[Šîñçé ${date} ~~~]`,
  compared: (_, written) => `[${written} pŕöƒîļéš çömpáŕéđ ~~~~~~~~]`,
  emptied: (_, written) => `[${written} šñápšĥöţš đéļéţéđ ~~~~~~~~]`,
  going: '[ĝöîñĝ öñ ~~~]',
  differences: (_, written) => `[${written} pŕöƒîļéš áŕé ŕéáđ đîƒƒéŕéñţļý: ~~~~~~~~~~~~~]`,
  moreThan: (written) => `[möŕé ţĥáñ ${written} ~~~~]`,
  obstacles: {
    drift: '[Ƒîñđîñĝš öƒ đŕîƒţ áŕé öpéñ. ~~~~~~~~~~~]',
    differences: '[Šñápšĥöţ áñđ ŕöwš áŕé ŕéáđ đîƒƒéŕéñţļý. ~~~~~~~~~~~~~~~~]',
    comparison: '[Ñöţ évéŕý pŕöƒîļé ĥáš bééñ çömpáŕéđ ýéţ. ~~~~~~~~~~~~~~~~]',
  },
  forward: (phase) => `[Ƒöŕwáŕđ ţö ${phase} ~~~~~]`,
  back: (phase) => `[Báçķ ţö ${phase} ~~~~]`,
  ask: '[Đéļéţé ţĥé šñápšĥöţš öƒ ţĥîš çöĥöŕţ? Ñöţĥîñĝ bŕîñĝš ţĥém báçķ. ~~~~~~~~~~~~~~~~~~~~~~~~~]',
  retire: '[Đéļéţé šñápšĥöţš ~~~~~~]',
  keep: '[Ķéép ţĥém ~~~~]',
  moving: '[Mövîñĝ ~~]',
  moved: (cohort, phase) => `[${cohort} îš ñöw îñ ţĥé pĥášé ${phase}. ~~~~~~~~~~]`,
  conflict: '[Šöméböđý éļšé ĥáš mövéđ ţĥîš çöĥöŕţ. Ţĥîš îš wĥéŕé îţ îš ñöw. ~~~~~~~~~~~~~~~~~~~~~~~~]',
  notReady: '[Ţĥîš šţép îš ñöţ pöššîbļé ýéţ. ~~~~~~~~~~~~]',
  failed: '[Ţĥîš šţép ƒáîļéđ. Ñöţĥîñĝ wáš çĥáñĝéđ. ~~~~~~~~~~~~~~~]',
};
