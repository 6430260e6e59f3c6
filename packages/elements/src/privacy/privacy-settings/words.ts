/** The words of the settings of privacy. */
import type { Part } from '../../localization/part.ts';
import type { PrivacySettingsTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<PrivacySettingsTerms> = { name: 'privacy/privacy-settings', en };
