/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: '[Ĥîŕîñĝ ~~]',
  admissions: '[Àđmîššîöñš ~~~~]',
  mentoring: '[Méñţöŕîñĝ ~~~~]',
  verification: '[Véŕîƒîçáţîöñ ~~~~~]',
  support: '[Šüppöŕţ ~~~]',
  moderation: '[Möđéŕáţîöñ ~~~~]',
  other: '[Àñöţĥéŕ ŕéášöñ ~~~~~~]',
};
