/** Japanese. */
import type { ViewAsTerms } from '../terms.ts';

export const words: ViewAsTerms = {
  title: 'ほかの人からの見え方',
  empty: 'まだプロフィールがありません。',
  viewer: '見る立場',
  anonymous: 'ウェブ上の誰でも',
  member: 'サインインしたメンバー',
  named: (name) => `${name}（あなたが指定）`,
  owner: '自分',
  more: {
    anonymous: '検索エンジンやアカウントのない人には、こう見えます。',
    member: 'Gigsyにサインインしている全員に、こう見えます。',
    named: 'この指定だけを受けた人には、こう見えます。',
    owner: 'これをすべて見られるのは自分だけです。',
  },
  changing: 'その人の目で見ています…',
  nothing: '何も見えません。この人たちには、ページは存在しません。',
};
