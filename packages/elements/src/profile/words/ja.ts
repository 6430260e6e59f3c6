/** Japanese. */
import type { ProfileWords } from '../words.ts';

export const words: ProfileWords = {
  about: '自己紹介',
  experience: '職歴',
  education: '学歴',
  projects: 'プロジェクト',
  languages: '言語',
  nothing: '表示できる内容はありません。',
  present: '現在',
  endUnknown: '終了時期不明',
};
