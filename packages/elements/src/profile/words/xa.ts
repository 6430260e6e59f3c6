/** The pseudo-locale en-XA. */
import type { ProfileWords } from '../words.ts';

export const words: ProfileWords = {
  about: '[Àböüţ ~~]',
  experience: '[Éxpéŕîéñçé ~~~~]',
  education: '[Éđüçáţîöñ ~~~~]',
  projects: '[Pŕöĵéçţš ~~~]',
  languages: '[Ļáñĝüáĝéš ~~~~]',
  nothing: '[Ţhéŕé îš ñöţhîñĝ ţö šhöw héŕé. ~~~~~~~~~~~~]',
  present: '[pŕéšéñţ ~~~]',
  endUnknown: '[éñđ üñķñöwñ ~~~~~]',
};
