/** The words of the panel of verifications. */
import type { Part } from '../../localization/part.ts';
import type { VerificationTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<VerificationTerms> = { name: 'trust/verification-panel', en };
