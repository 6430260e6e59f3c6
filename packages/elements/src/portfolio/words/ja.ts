/** Japanese. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: 'ポートフォリオを読み込み中',
  unavailable: 'このポートフォリオは表示できません。',
  error: 'このポートフォリオを読み込めませんでした。',
  badges: 'バッジ',
  validUntil: (date) => `${date}まで有効`,
  expired: (date) => `期限切れ（${date}）`,
  nothing: '表示できる内容はありません。',
};
