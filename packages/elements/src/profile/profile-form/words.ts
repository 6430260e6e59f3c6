/** The words of a profile's forms. */
import type { Part } from '../../localization/part.ts';
import type { ProfileFormTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ProfileFormTerms> = { name: 'profile/profile-form', en };
