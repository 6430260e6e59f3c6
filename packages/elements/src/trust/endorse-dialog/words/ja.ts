/** Japanese. */
import type { EndorseTerms } from '../terms.ts';

export const words: EndorseTerms = {
  title: '推薦',
  endorse: (name) => `${name}さんを推薦`,
  empty: 'ここで推薦できる人はいません。',
  intro: '本人が承認するまで、ほかの人には見えません。いつでも変更や取り消しができます。',
  notAsked: 'この人は、依頼した相手か、一緒に働いたり学んだりした人からの推薦を受け付けています。',
  skills: '推薦するスキル',
  text: '推薦の言葉',
  textHelp: (most) => `${most}文字まで。一緒に何をしたかを書いてください。`,
  linked: '名前からプロフィールへ移動できるようにする',
  signed: (name) => `${name}として署名します。`,
  noName: '推薦には名前が付きます。まず名前を全員に公開してください。',
  send: '送信',
  close: '閉じる',
  sent: '送信しました。本人が承認すると、ほかの人に表示されます。',

  wanted: 'スキルを選ぶか、言葉を書いてください。',
  unsafe: '表示できない記号を取り除くか、短くしてください。',

  tooOften: '今日はこの人を何度も推薦しています。明日もう一度お試しください。',
  tooMany: '今は推薦を追加できません。',
  over: 'この依頼は終了しました。',
};
