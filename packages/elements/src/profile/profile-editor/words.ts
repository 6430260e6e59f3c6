/** The words of the editor. */
import type { Part } from '../../localization/part.ts';
import type { ProfileEditorTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ProfileEditorTerms> = { name: 'profile/profile-editor', en };
