/** The pseudo-locale en-XA. */
import type { MatrixWords } from '../words.ts';

export const words: MatrixWords = {
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
};
