/** The words of the panel of reviews. */
import type { Part } from '../../localization/part.ts';
import type { ReviewPanelWords } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ReviewPanelWords> = { name: 'trust/review-panel', en };
