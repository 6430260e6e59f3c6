/** The pseudo-locale en-XA. */
import type { EndorsementsWords } from '../words.ts';

export const words: EndorsementsWords = {
  title: '[Éñđöŕšéméñţš ~~~~~]',
  nothing: '[Ţĥéŕé îš ñöţĥîñĝ ţö šĥöw ĥéŕé. ~~~~~~~~~~~~]',
  skills: '[Éñđöŕšéđ šķîļļš, áñđ ĥöw öƒţéñ ~~~~~~~~~~~~]',
  forSkills: (skills) => `[Ƒöŕ ${skills} ~~~]`,
  writtenOn: (date) => `[Wŕîţţéñ öñ ${date} ~~~~~~]`,
  levels: {
    email: '[É-máîļ áđđŕéšš çöñƒîŕméđ ~~~~~~~~~~]',
    phone: '[Pĥöñé ñümbéŕ çöñƒîŕméđ ~~~~~~~~~]',
    organisation: '[Öŕĝáñîšáţîöñ çöñƒîŕméđ ~~~~~~~~~]',
    government: '[Îđéñţîţý çöñƒîŕméđ ~~~~~~~]',
  },
  more: '[Šĥöw áļļ ~~~]',
};
