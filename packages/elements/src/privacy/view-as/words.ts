/** The words of the profile as others see it. */
import type { Part } from '../../localization/part.ts';
import type { ViewAsTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ViewAsTerms> = { name: 'privacy/view-as', en };
