/** The words for the strength of a profile. */
import type { Part } from '../../localization/part.ts';
import type { ProfileStrengthTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ProfileStrengthTerms> = { name: 'profile/profile-strength', en };
