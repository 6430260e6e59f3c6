/** Japanese. */
import type { ReputationPanelWords } from '../terms.ts';

export const words: ReputationPanelWords = {
  title: 'あなたの評判',
  intro:
    '推薦、レビュー、完了した仕事から得られる0から100の数値です。見る人の範囲ごとに、見られる内容から別々に計算されます。',
  empty: 'まずプロフィールを作成してください。',
  audiences: { public: 'すべての人向け', platform: 'メンバー向け' },
  none: 'この範囲の人に見える票はまだありません。',
  counted: (kind, votes, counted) => `${kind}：${votes}が${counted}として数えられます`,
  lost: (kind, points) => `${kind}：マイナスの評価で${points}点下がっています`,
  raising: '上げるには',
  steps: {
    'another-vote': (gain) => `信頼される人からの良い票がもう1つ：約${gain}点`,
    'fresher-votes': (gain) => `古い票に代わる新しい票：約${gain}点`,
    'trusted-voters': (gain) => `票を投じた人への信頼が増すこと：約${gain}点`,
  },
  pending: '変更を計算しています。',
  verified: 'この範囲の人に対して本人確認が済んでいるため、信頼はあなたから始まります。',
};
