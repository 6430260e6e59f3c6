/** The words of the panel of endorsements. */
import type { Part } from '../../localization/part.ts';
import type { PanelTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<PanelTerms> = { name: 'trust/endorsements-panel', en };
