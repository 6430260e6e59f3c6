/** Japanese. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: '本人確認',
  intro:
    'ほかの人には、アドレスや番号が確認されたこと、確認した組織、有効期限が見えます。アドレスや番号そのものは決して見えません。ドメインとページは、あなたが公開した場合に見えます。',
  empty: '先にプロフィールを作成してください。',
  levels: {
    none: 'まだ何も確認されていません。',
    email: 'あなたのレベル: メールアドレス',
    phone: 'あなたのレベル: 電話番号',
    organisation: 'あなたのレベル: 組織',
    government: 'あなたのレベル: 公的身分証',
  },

  methods: {
    email: 'メールアドレス',
    phone: '電話番号',
    domain: '組織のドメイン',
    link: 'あなたのページ',
    document: '身分証明書',
  },
  help: {
    email: 'Gigsy がそこに6桁のコードを送ります。',
    phone: '国番号を付けてください（例: +43 664 1234567）。Gigsy がそこに6桁のコードを送ります。',
    domain:
      '登録されたとおりに入力してください（例: example.org）。名前は、あなたが公開した場合だけほかの人に見えます。',
    link: 'あなたのプロフィールへリンクしている、ほかのサイトのページです。',
    document: '事業者が確認します。Gigsy が受け取るのは結果だけで、画像は受け取りません。',
  },
  wanted: {
    email: 'メールアドレスを入力してください（例: ada@example.org）。',
    phone: '国番号付きの番号を入力してください（例: +43 664 1234567）。',
    domain: '登録されたとおりのドメインを入力してください（例: example.org）。',
    link: 'https:// で始まるアドレスを入力してください。',
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

  claims: {
    add: { domain: 'ドメインを追加', link: 'ページを追加' },
    added: (subject) => `${subject} を追加しました。下の手順に進んでください。`,
    record: 'この名前で TXT レコードを作成してください',
    line: 'レコードの内容',
    file: 'または、このアドレスのファイルに内容を置いてください',
    backLink: 'そのページに rel="me" を付けて、このアドレスへのリンクを置いてください',
    copy: 'コピー',
    copied: 'コピーしました。',
    notCopied: 'コピーできませんでした。テキストを選択してください。',
    check: '今すぐ確認',
    checking: '確認しています。',
    waits: (date) => `${date}まで、ときどき確認します。`,
    stays: 'そのままにしておいてください。毎週確認します。',
    faults: {
      not_shown: (time) => `${time}に確認しましたが、見つかりませんでした。`,
      other_token: (time) => `${time}に確認しましたが、別の人または別のドメイン用の内容でした。`,
      unreachable: (time) => `${time}に確認しましたが、応答がありませんでした。`,
    },
    dropped: '取り下げました。',
    tooMany: 'ドメインとページをこれ以上追加できません。先に一つ取り下げてください。',
    notOffered: '現在は確認できません。',
  },
  documents: {
    begin: '確認を始める',
    begun: '確認を始めました。',
    goOn: '事業者のサイトへ進む',
    states: {
      opening: '事業者に問い合わせています。',
      open: '確認中です。結果はここに表示されます。',
      unreachable: '事業者が応答しません。後でもう一度お試しください。',
      failed: '確認できませんでした。',
      lapsed: '確認の期限が切れました。',
    },
    standIn: 'この環境は開発用で、書類は確認されません。結果を選んでください。',
    plays: {
      pass: '合格',
      fail: '不合格',
      lapse: '期限切れ',
      repeat: '合格（通知2回）',
    },
  },

  noProfile: '先にプロフィールを作成してください。',
  tooOften: 'これ以上コードを送れません。明日もう一度お試しください。',
  noSender: '現在メッセージを送信できません。',
  over: 'これはすでに終わっていました。',
  outbox: (subject, code) => `この環境は開発用で、メッセージを送信しません。${subject} のコード: ${code}`,
};
