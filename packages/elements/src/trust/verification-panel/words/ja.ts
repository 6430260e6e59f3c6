/** Japanese. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: '本人確認',
  intro:
    'ほかの人には、アドレスや番号が確認されたこと、確認した組織、有効期限が見えます。アドレスや番号そのものは決して見えません。',
  empty: '先にプロフィールを作成してください。',
  levels: {
    none: 'まだ何も確認されていません。',
    email: 'あなたのレベル: メールアドレス',
    phone: 'あなたのレベル: 電話番号',
    organisation: 'あなたのレベル: 組織',
    government: 'あなたのレベル: 公的身分証',
  },

  methods: { email: 'メールアドレス', phone: '電話番号' },
  help: {
    email: 'Gigsy がそこに6桁のコードを送ります。',
    phone: '国番号を付けてください（例: +43 664 1234567）。Gigsy がそこに6桁のコードを送ります。',
  },
  wanted: {
    email: 'メールアドレスを入力してください（例: ada@example.org）。',
    phone: '国番号付きの番号を入力してください（例: +43 664 1234567）。',
  },
  send: 'コードを送る',
  sent: (subject) => `${subject} にコードを送っています。`,

  code: 'コード',
  codeHelp: (subject, time) => `${subject} に送りました。コードは${time}まで使えます。`,
  codeWanted: 'メッセージにある6桁の数字を入力してください。',
  wrong: 'コードが一致しないか、もう使えません。5回試したら、新しいコードを送ってください。',
  confirm: '確認する',
  confirmed: { email: 'メールアドレスが確認されました。', phone: '電話番号が確認されました。' },
  another: '別のコードを送る',
  cancel: 'やめる',
  cancelled: 'やめました。コードはもう使えません。',

  holds: (from, until) => `${from}に確認。${until}まで有効です。`,
  endsSoon: (date) => `${date}に期限が切れます。続けるには、もう一度確認してください。`,
  again: 'もう一度確認する',
  withdraw: '取り下げる',
  withdrawn: '取り下げました。アドレスまたは番号は削除されました。',

  credential: '証明書をダウンロード',
  credentialSaved: '証明書をダウンロードしました。渡した相手は誰でも検証できます。',
  credentialLate: '証明書はまだ準備中です。少し待ってからもう一度お試しください。',
  noCredentials: '現在、証明書を発行できません。',

  earlier: '以前のもの',
  ended: {
    expired: (date) => `${date}に期限切れ`,
    withdrawn: (date) => `${date}に取り下げまたは置き換え`,
    revoked: (date) => `${date}に取り消し`,
  },

  noProfile: '先にプロフィールを作成してください。',
  tooOften: 'これ以上コードを送れません。明日もう一度お試しください。',
  noSender: '現在メッセージを送信できません。',
  over: 'これはすでに終わっていました。',
  outbox: (subject, code) => `この環境は開発用で、メッセージを送信しません。${subject} のコード: ${code}`,
};
