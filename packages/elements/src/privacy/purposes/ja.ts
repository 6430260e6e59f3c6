/** Japanese. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: '採用',
  admissions: '入学審査',
  mentoring: 'メンタリング',
  verification: '確認',
  support: 'サポート',
  moderation: 'モデレーション',
  other: 'その他の理由',
};
