/** Japanese. */
import type { ImportsTerms } from '../terms.ts';

export const words: ImportsTerms = {
  title: 'ほかのサービスからプロフィールに取り込む',
  intro:
    'ほかの場所ですでに書いた内容を取り込めます。先にすべてを確かめて選べます。ご自身の言葉が置き換えられることはありません。',
  empty: 'まだプロフィールがありません。',
  source: { github: 'GitHub', linkedin: 'LinkedIn' },
  notice: {
    github:
      '指定されたアカウントについて、誰でも見られる内容（プロフィールとリポジトリ）を GitHub に一度だけ問い合わせます。回答はプレビューのために一日保存されます。GitHub には何も投稿されず、パスワードも要りません。',
    linkedin:
      'LinkedIn から受け取ったアーカイブを選びます。アーカイブはこのブラウザーの中で開かれます。メッセージや連絡先などはここから出ません。経歴に関するファイルだけがプレビューのために送信され、保存はされません。',
  },
  fills: '取り込まれる可能性のある項目：',
  term: '一年間取り込みができ、いつでも撤回できます。撤回すると、取り込んだ内容はプロフィールから消えます。その後ご自身で編集したものは残ります。',
  agree: (source) => `${source} からの取り込みに同意する`,
  agreed: (source) => `${source} からの取り込みに同意しました。`,
  login: 'GitHub のユーザー名',
  loginWanted: 'GitHub のユーザー名を入力してください。英数字と途中のハイフン、39 文字までです。',
  look: '内容を見る',
  fetching: 'GitHub に問い合わせています…',
  fault: {
    unknown_user: 'この名前のアカウントは GitHub にありません。',
    busy: 'GitHub は今これ以上の問い合わせを受け付けていません。一時間後にお試しください。',
    unreadable: 'GitHub の回答を読み取れませんでした。',
    unreachable: 'GitHub につながりませんでした。後でお試しください。',
  },
  archiveMore:
    'LinkedIn で「設定」「データプライバシー」「データのコピーを取得」を開いてください。アーカイブは zip ファイルとしてメールで届きます。',
  archive: 'LinkedIn のアーカイブ（zip）',
  reading: 'アーカイブを読み取っています…',
  archiveFault: {
    not_an_archive: 'zip ファイルではないか、壊れています。',
    too_large: 'このアーカイブは大きすぎます。',
    nothing_found: 'この zip ファイルには、LinkedIn の経歴に関する内容がありません。',
  },
  pick: '取り込むものを選ぶ',
  nothingNew: '新しいものはありません。すべてプロフィールにあります。',
  kind: { add: '新規', fill: '空欄を埋める', renew: '前回の取り込みより新しい' },
  kept: (_, written) => `${written} 項目はご自身の記述のまま残ります`,
  left: (_, written) => `ほかに ${written} 件がリストに入りきりません。`,
  take: (_, written) => `${written} 件を取り込む`,
  pickNothing: '少なくとも一つ選んでください。',
  close: 'リストを閉じる',
  taking: '取り込んでいます…',
  taken: (_, written) => `${written} 件がプロフィールに入りました。`,
  changedMeanwhile: 'その間にプロフィールが変わりました。これが今のリストです。もう一度選んでください。',
  record: 'あなたの同意',
  since: (date) => `${date} に同意しました。`,
  until: (date) => `${date} まで取り込めます。`,
  controller: (name) => `同意の相手：${name}`,
  version: (written) => `説明文の版：${written}`,
  ended: {
    withdrawn: (date) => `以前の同意は ${date} に撤回しました。`,
    expired: (date) => `以前の同意は ${date} に期限が切れました。`,
  },
  came: (_, written) => `プロフィールの ${written} 件がここから来ました：`,
  cameNone: 'ここから来たものはプロフィールにありません。',
  edited: 'ご自身で編集済み',
  withdraw: '撤回する',
  askWithdraw: (source) =>
    `同意を撤回しますか？${source} から来た内容はすぐにプロフィールから消え、元に戻せません。ご自身で編集したものは残ります。`,
  keep: '残す',
  withdrawn: (removed, written) =>
    removed === 0
      ? '同意を撤回しました。プロフィールから消えたものはありません。'
      : `同意を撤回し、${written} 件がプロフィールから消えました。`,
  stayed: (_, written) => `${written} 件は編集されているため残りました。`,
};
