/** Japanese. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: '読み込み中',
  signedOut: '表示するにはサインインしてください。',
  unavailable: 'この内容はご覧いただけません。',
  error: '読み込めませんでした。',
};
