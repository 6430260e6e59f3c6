/** The words of moderation. */
import type { Part } from '../../localization/part.ts';
import type { ModerationTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ModerationTerms> = { name: 'trust/moderating', en };
