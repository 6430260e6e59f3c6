/** Arabic. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = { title: 'ملفك الشخصي' };
