/** The pseudo-locale en-XA. */
import type { ReviewsWords } from '../words.ts';

export const words: ReviewsWords = {
  title: '[Ŕévîéwš ~~~]',
  stars: (stars, most) => `[${stars} öƒ ${most} šţáŕš ~~~~~]`,
  from: { client: '[Ƒŕöm á çļîéñţ ~~~~~]', performer: '[Ƒŕöm ţĥé péŕšöñ wĥö đîđ ţĥé ĝîĝ ~~~~~~~~~~~~]' },
  answer: '[Àñšwéŕ ~~]',
};
