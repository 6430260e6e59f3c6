/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = { title: '[Ýöüŕ pŕöƒîļé ~~~~~]' };
