/** The words of the panel of the reputation index. */
import type { Part } from '../../localization/part.ts';
import type { ReputationPanelWords } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ReputationPanelWords> = { name: 'trust/reputation-panel', en };
