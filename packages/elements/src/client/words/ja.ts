/** Japanese. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: '読み込み中',
  signedOut: '表示するにはサインインしてください。',
  unavailable: 'この内容はご覧いただけません。',
  error: '読み込めませんでした。',
  failed: '失敗しました。何も変更されていません。',
  expired: 'セッションが終了しました。もう一度サインインしてください。',
  busy: '一度に多すぎます。少し待ってからもう一度お試しください。',
};
