/** The words that elements of privacy share. */
import type { Part } from '../localization/part.ts';
import type { PrivacyTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<PrivacyTerms> = { name: 'privacy', en };
