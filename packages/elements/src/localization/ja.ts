/** Japanese. */
import type { Table } from './terms.ts';

export const table: Table = {
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
  sections: {
    about: '自己紹介',
    experience: '職歴',
    education: '学歴',
    languages: '言語',
    nothing: '表示できる内容はありません。',
    present: '現在',
  },
  matrix: {
    skill: 'スキル',
    level: 'レベル',
    years: '年数',
    evidence: '根拠',
    endorsements: '推薦',
    filter: 'スキルを絞り込む',
    group: 'カテゴリー別に表示',
    table: '表で表示',
    other: 'その他',
    shown: (count, total) => `スキル ${total} 件中 ${count} 件`,
    noMatch: '該当するスキルはありません。',
  },
};
