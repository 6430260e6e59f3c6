/** Words of imports. */
import type { Part } from '../../localization/part.ts';
import type { ImportsTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ImportsTerms> = { name: 'privacy/imports', en };
