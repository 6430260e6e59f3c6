/** The words of every form. */
import type { Part } from '../localization/part.ts';
import type { WritingTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<WritingTerms> = { name: 'writing', en };
