/** Japanese. */
import type { EndorsementsWords } from '../words.ts';

export const words: EndorsementsWords = {
  title: '推薦',
  nothing: 'ここに表示するものはありません。',
  skills: '推薦されたスキルと回数',
  forSkills: (skills) => `対象: ${skills}`,
  writtenOn: (date) => `${date}に作成`,
  levels: {
    email: 'メールアドレス確認済み',
    phone: '電話番号確認済み',
    organisation: '組織確認済み',
    government: '本人確認済み',
  },
  more: 'すべて表示',
};
