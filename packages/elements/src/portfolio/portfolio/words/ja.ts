/** Japanese. */
import type { PortfolioWords } from '../words.ts';

export const words: PortfolioWords = {
  title: 'ポートフォリオ',
  courses: '修了証',
  gigs: 'ギグ',
  contributions: '制作物',
  project: 'プロジェクト',
  media: 'メディア',
  document: '文書',
  search: 'ポートフォリオを検索',
  all: 'すべて',
  kinds: '項目の種類',
  shown: (count, total) => `${total}件中${count}件`,
  noMatch: '一致する項目はありません。',
  skills: '根拠のあるスキル',
  entries: (_, written) => `${written}件`,
  details: '詳細',
  close: '閉じる',
  client: '依頼者',
  credential: '証明書番号',
  criteria: '基準',
  evidence: '根拠',
  page: 'リンク先のページ',
  files: 'ファイル',
  partial: 'ここに表示しきれない項目があります。',
};
