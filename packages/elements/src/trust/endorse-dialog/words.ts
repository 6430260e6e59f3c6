/** The words of the dialog by which people endorse somebody. */
import type { Part } from '../../localization/part.ts';
import type { EndorseTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<EndorseTerms> = { name: 'trust/endorse-dialog', en };
