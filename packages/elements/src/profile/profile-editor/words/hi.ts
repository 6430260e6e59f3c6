/** Hindi. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = { title: 'आपकी प्रोफ़ाइल' };
