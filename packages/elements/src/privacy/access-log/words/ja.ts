/** Japanese. */
import type { AccessLogTerms } from '../terms.ts';

export const words: AccessLogTerms = {
  title: 'あなたのデータを見た人',
  intro: 'プロフィールの非公開の部分を開くメンバーは、目的と期間を示します。すべてのアクセスがこの一覧に残ります。',
  empty: 'プロフィールの非公開の部分を開いた人はいません。',
  open: '現在開いているアクセス',
  history: 'すべてのアクセス',
  noneOpen: '現在アクセスできる人はいません。',
  who: '誰が',
  what: '何を',
  why: '目的',
  when: '日時',
  until: '期限',
  untilLatest: '最長の期限',
  unnamed: 'プロフィールを見ることができないメンバー',
  end: 'アクセスを終了',
  ended: 'アクセスを終了しました。',
  endedBefore: 'このアクセスはすでに終了していました。',
  earlier: '以前のアクセスを表示',
  shown: (_, written) => `以前のアクセスを${written}件表示しました。`,
};
