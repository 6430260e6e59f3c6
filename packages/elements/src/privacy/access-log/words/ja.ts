/** Japanese. */
import type { AccessLogTerms } from '../terms.ts';
import { purposes } from '../../purposes/ja.ts';

export const words: AccessLogTerms = {
  purposes,
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
  sent: 'ほかへの送信',
  sentMore: 'Gigsyがあなたのデータをほかに送ると、ここに記録されます。最近のものを表示しています。',
  toWhom: '送信先',
  party: {
    github: 'GitHub',
    clerk: 'Clerk（サインインに使用）',
    pictureHost: '写真の提供元サイト',
    linkHost: 'ポートフォリオのリンク先のサイト',
    messageProvider: 'メールと SMS を送信する事業者',
  },
  part: {
    'imports.account': 'そこでのアカウント名',
    'account.user': 'サインイン用アカウント',
    'verification.subject': 'あなたのアドレスまたは番号',
  },
  earlier: '以前のアクセスを表示',
  shown: (_, written) => `以前のアクセスを${written}件表示しました。`,
  views: '公開ページの閲覧',
  viewsIntro:
    '過去30日間に、あなたのプロフィールがウェブで読まれたおおよその回数です。一部の閲覧から推定しています。誰が読んだかは示されません。ご自分の閲覧も含まれます。',
  noViews: 'まだ数えられた閲覧はありません。',
  day: '日',
  count: '閲覧数',
  viewed: (_, written) => `合計 ${written} 回。`,
};
