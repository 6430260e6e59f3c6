/** Japanese. */
import type { MatrixWords } from '../words.ts';

export const words: MatrixWords = {
  skill: 'スキル',
  level: 'レベル',
  years: '年数',
  evidence: '根拠',
  endorsements: '推薦',
  filter: 'スキルを絞り込む',
  group: 'カテゴリー別に表示',
  table: 'スクリーンリーダー用の簡易表',
  sortBy: '並べ替え',
  listed: '元の順',
  other: 'その他',
  shown: (count, total) => `スキル ${total} 件中 ${count} 件`,
  noMatch: '該当するスキルはありません。',
};
