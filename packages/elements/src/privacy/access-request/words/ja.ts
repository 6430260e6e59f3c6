/** Japanese. */
import type { AccessRequestTerms } from '../terms.ts';
import { purposes } from '../../purposes/ja.ts';

export const words: AccessRequestTerms = {
  purposes,
  title: 'メンバーが見られる内容',
  intro:
    '目的を伝えると、このページに、公開されていないもののあなたに開かれている内容が表示されます。閲覧したこと、日時、理由は本人に伝わります。',
  purpose: '目的',
  choose: '選択…',
  note: 'ご自分の言葉で',
  noteHelp: '任意。本人が読みます。',
  purposeWanted: '目的を選んでください。',
  noteWanted: '目的を書いてください。',
  show: '表示する',
  opening: '開いています…',
  shown: (purpose) => `あなたに開かれている内容を表示しています。目的: ${purpose}。本人に伝わります。`,
  nothing: 'これ以上あなたに開かれている内容はありません。誰にでも見える内容を表示しています。',
  tooMany: '短い時間に多くのプロフィールを開きました。誰にでも見える内容を表示しています。',
  noteRefused:
    '書かれた言葉は受け付けられませんでした。普通の文字で書いてください。誰にでも見える内容を表示しています。',
  ended: 'アクセスは終了しました。誰にでも見える内容を表示しています。',
  end: 'アクセスを終了',
  again: 'もう一度試す',
};
