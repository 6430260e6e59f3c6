/** Japanese. */
import type { ContactsTerms } from '../terms.ts';

export const words: ContactsTerms = {
  title: 'つながり',
  intro: 'つながりとは、お互いに同意した人です。プライバシー設定で、プロフィールの一部をつながりに公開できます。',
  empty: 'つながりはまだありません。',

  ask: '申請する',
  handle: 'ハンドル',
  handleHelp:
    '相手のページのアドレスの末尾です。相手にはあなたのハンドルが表示されます。そのハンドルの人がいるかどうかは表示されません。',
  handleWanted: '2〜40文字で入力してください。使えるのはa〜z、0〜9、およびその間のハイフンです。',
  ownHandle: 'これはあなた自身のハンドルです。',
  send: '申請する',
  asked: (name) => `${name}に申請しました。`,
  noProfile: '先にプロフィールを作成してください。申請した相手に表示されます。',
  tooManyAsks: '申請中の件数が上限に達しています。先にどれかを取り消してください。',
  tooOften: '本日は多くの人に申請しました。明日もう一度お試しください。',

  incoming: '届いた申請',
  accept: '承認',
  decline: '断る',
  accepted: (name) => `${name}とつながりました。`,
  declined: (name) => `断りました。${name}には通知されません。`,
  tooMany: 'どちらかのつながりが上限に達しています。先にどれかを解除してください。',

  open: '申請中',
  openMore: '返事のない申請は30日後に終了します。',
  until: (date) => `${date}まで有効`,
  withdraw: '取り消す',
  withdrawn: (name) => `${name}への申請を取り消しました。`,

  contacts: 'あなたのつながり',
  none: 'つながりはまだありません。',
  unnamed: 'プロフィールを見られない人',
  since: (date) => `${date}から`,
  end: '解除',
  ended: (name) => `${name}とのつながりを解除しました。`,
  more: 'つながりをさらに表示',
  shown: (_, written) => `さらに${written}件表示しました。`,

  over: 'これはすでに終了していました。',
};
