/** The words of the privacy matrix. */
import type { Part } from '../../localization/part.ts';
import type { PrivacyMatrixTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<PrivacyMatrixTerms> = { name: 'privacy/privacy-matrix', en };
