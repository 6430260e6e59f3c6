/** Japanese. */
import type { Table } from '../terms.ts';

export const words: Table = {
  code: 'ja',
  loading: 'プロフィールを読み込み中',
  unavailable: 'このプロフィールは表示できません。',
  error: 'このプロフィールを読み込めませんでした。',
  offline: '現在オフラインです。',
  retry: '再試行',
  more: 'もっと見る',
  open: '対応可能',
  limited: '一部対応可能',
  closed: '対応不可',
  remote: 'リモート',
  skills: 'スキル',
  moreSkills: (_, written) => `他${written}件のスキル`,
  comma: '、',
  levels: ['学習中', '基礎', '実務', '上級', 'エキスパート'],
  panel: {
    from: (date) => `${date}から`,
  },
};
