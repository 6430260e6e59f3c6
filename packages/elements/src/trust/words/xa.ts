/** The pseudo-locale en-XA. */
import type { TrustRoomWords } from '../words.ts';

export const words: TrustRoomWords = {
  confirmed: {
    email: '[É-máîļ áđđŕéšš çöñƒîŕméđ ~~~~~~~~~~]',
    phone: '[Pĥöñé ñümbéŕ çöñƒîŕméđ ~~~~~~~~~]',
    domain: '[Đömáîñ öƒ áñ öŕĝáñîšáţîöñ çöñƒîŕméđ ~~~~~~~~~~~~~~]',
    link: '[Páĝé çöñƒîŕméđ ~~~~~~]',
    document: '[Îđéñţîţý đöçüméñţ çĥéçķéđ ~~~~~~~~~~]',
  },
  checkedBy: (provider, date) => `[Çĥéçķéđ bý ${provider} öñ ${date} ~~~~~~]`,
  until: (date) => `[Ĥöļđš üñţîļ ${date} ~~~~~]`,
  nothing: '[Ţĥéŕé îš ñöţĥîñĝ ţö šĥöw ĥéŕé. ~~~~~~~~~~~~]',
};
