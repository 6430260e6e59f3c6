/** Japanese. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = { title: 'あなたのプロフィール' };
