/** Japanese. */
import type { PrivacyMatrixTerms } from '../terms.ts';

export const words: PrivacyMatrixTerms = {
  title: '誰が何を見るか、なぜ保存されるか',
  intro:
    'プロフィールの各部分と、あなたが変更するまでそれを見る人の一覧です。公開範囲を広げられるのはあなただけです。運営者はアカウント全体を隠せますが、何も公開できません。',
  role: '役割',
  field: '部分',
  first: '最初に見る人',
  who: '変更できる人',
  basis: '法的根拠（GDPR）',
  kept: '保存期間',
  where: '表示される場所',
  owner: (widest) => `あなた（最大：${widest}）`,
  notNamed: '指定した人だけに見せることはできません',
  nobody: '誰も変更できません：プロフィール全体に従います',
  grounds: {
    contract: '契約、第6条1項(b)',
    consent: '同意、第6条1項(a)',
    obligation: '法的義務、第6条1項(c)',
    interest: '正当な利益、第6条1項(f)',
    none: '個人データではありません',
  },
  special: '機微な情報を示すことがあります、第9条2項(a)',
  account: 'アカウントがある間',
  after: {
    removedItems: (time) => `削除した項目：${time}`,
    uploads: (time) => `使わなかった写真：${time}`,
    endedVerifications: (time) => `終了した証明：${time}`,
  },
  place: {
    web: '公開ページ',
    members: 'メンバー向けページ',
    accesses: '履歴に残る閲覧',
    own: '自分のページとデータの写し',
  },
};
