/** The words for baselines of profiles. */
import type { Part } from '../../localization/part.ts';
import type { ProfileBaselinesTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ProfileBaselinesTerms> = { name: 'profile/profile-baselines', en };
