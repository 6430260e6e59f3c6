/** Japanese. */
import type { TrustRoomWords } from '../words.ts';

export const words: TrustRoomWords = {
  confirmed: {
    email: 'メールアドレス確認済み',
    phone: '電話番号確認済み',
    domain: '組織のドメイン確認済み',
    link: 'ページ確認済み',
    document: '身分証明書確認済み',
  },
  checkedBy: (provider, date) => `${date}に${provider}が確認`,
  until: (date) => `${date}まで有効`,
  nothing: '表示できるものはありません。',
};
